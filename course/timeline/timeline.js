// The timeline in the page. `Store` keeps what the kernel has sent, one per model, from the moment the model exists;
// `View` draws it as SVG, keyed element by element, so a frame touches only what moves. No build step, no dependency.
// Everything that comes from the learner's code goes into the page as text or attribute, never as markup.

const SVG = 'http://www.w3.org/2000/svg';
const FIELDS = {
  Lane: ['name', 'kind', 'key'],
  Bar: ['lane', 'task', 'start', 'end', 'state', 'label', 'queued', 'by', 'depth'],
  Wait: ['lane', 'start', 'end', 'reason'],
  Mark: ['lane', 'start', 'end', 'kind', 'label'],
  Step: ['lane', 'time', 'change'],
};
const MOST = 200; // lanes drawn; more are counted
const LAYERS = ['grid', 'life', 'bars', 'labels', 'waits', 'marks', 'names', 'arrow', 'axis']; // from back to front
const stores = new WeakMap();

class Store {
  constructor(model) {
    this.model = model;
    this.items = new Map(); // number -> item
    this.lanes = new Map(); // name -> {lane, Bar: [], Wait: [], Mark: [], Step: []}
    this.batch = -1;
    this.now = 0;
    this.over = false;
    this.at = performance.now();
    this.changed = new Set(); // what to call when something is new
    const count = model.get('ring');
    for (let n = 0; n < count; n++) model.on(`change:part${n}`, () => this.take(model.get(`part${n}`)));
    model.on('msg:custom', (message) => message.all && this.take(message));
    const found = Array.from({ length: count }, (_, n) => model.get(`part${n}`)).filter((part) => part.items);
    found.sort((a, b) => a.batch - b.batch).forEach((part) => this.take(part));
  }

  take(part) {
    if (!part.items || (part.batch <= this.batch && !part.all)) return;
    if (part.batch > this.batch + 1 && !part.all) this.model.send('everything');
    for (const [number, type, ...values] of JSON.parse(part.items)) this.put(number, type, values);
    this.batch = Math.max(this.batch, part.batch);
    this.now = part.now;
    this.at = performance.now();
    this.over = part.over;
    this.changed.forEach((call) => call());
  }

  put(number, type, values) {
    const fields = Object.fromEntries(FIELDS[type].map((name, n) => [name, values[n]]));
    const known = this.items.get(number);
    if (known) return void Object.assign(known, fields);
    const item = { number, type, ...fields };
    this.items.set(number, item);
    if (type === 'Lane') this.lane(item.name).lane = item;
    else this.lane(item.lane)[type].push(item);
  }

  lane(name) {
    if (!this.lanes.has(name)) this.lanes.set(name, { lane: null, Bar: [], Wait: [], Mark: [], Step: [] });
    return this.lanes.get(name);
  }

  clock() { // the kernel's time now, as far as can be known here
    return this.over ? this.now : this.now + (performance.now() - this.at) / 1000;
  }

  sorted() {
    const known = [...this.lanes.values()].filter((each) => each.lane);
    return known.sort(({ lane: { key: a } }, { lane: { key: b } }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  }
}

function storeOf(model) {
  if (!stores.has(model)) stores.set(model, new Store(model));
  return stores.get(model);
}

// What is drawn, in words and numbers

const seconds = (time) => (Math.abs(time) < 1 ? `${(time * 1000).toFixed(1)} ms` : `${time.toFixed(2)} s`);
const short = (name, most) => (name.length <= most ? name : `…${name.slice(1 - most)}`); // what tells names apart is at their end
const endOf = (item, t) => (item.end === null || item.end > t ? t : item.end);

function stateAt(bar, t) { // the present is what it is; an earlier time had not seen the end yet
  if (bar.end !== null && bar.end <= t) return bar.state;
  return bar.task < 0 ? 'alive' : 'running';
}

function told(group) {
  const { bar, end, count, state } = group;
  if (count > 1) return `${count} tasks, ${state}, from ${seconds(bar.start)} to ${seconds(end)}`;
  const queued = bar.queued === null ? '' : `, queued ${seconds(bar.start - bar.queued)}`;
  return `${bar.label}: ${state}${queued}, for ${seconds(end - bar.start)} from ${seconds(bar.start)} on ${bar.lane}`;
}

function fitting(label, sign, wide) { // as much of a name as there is room for: `✓ task(12)`, `✓ 12`, `12` or nothing
  const inner = /\((.+)\)$/.exec(label)?.[1] ?? label;
  return [sign + label, sign + inner, inner].find((text) => text.length * 6.2 + 6 < wide) ?? '';
}

function merged(bars, t, x, begin, until) { // bars of one look within one pixel are one, as in layout.py
  const groups = [];
  const last = {};
  for (const bar of bars) {
    if (bar.start > t || bar.start > until) continue;
    const end = endOf(bar, t);
    if (end < begin) continue;
    const state = stateAt(bar, t);
    const look = `${bar.depth} ${bar.task < 0}`;
    const before = last[look];
    const thin = before && (before.count > 1 || x(before.end) - x(before.bar.start) < 1);
    const close = thin && before.state === state && x(end) - x(bar.start) < 1 && x(bar.start) - x(before.end) < 1;
    if (close && bar.task >= 0) {
      before.end = end;
      before.count++;
    } else groups.push((last[look] = { bar, end, state, count: 1 }));
  }
  return groups;
}

function naps(waits, t, x, begin, until) { // waits within one pixel of each other are one
  const found = [];
  for (const wait of waits) {
    if (wait.start > t || wait.start > until) continue;
    const stop = endOf(wait, t);
    if (stop < begin) continue;
    const before = found.at(-1);
    if (before && x(wait.start) - x(before.stop) < 1 && x(stop) - x(wait.start) < 8) {
      before.stop = stop;
      before.count++;
      before.others ||= wait.reason !== before.wait.reason;
    } else found.push({ wait, stop, count: 1, others: false });
  }
  return found;
}

function turns(life, waits, t, x, begin, until) { // when a greenlet ran: its life without its waits; see layout.py
  const found = [];
  const end = endOf(life, t);
  let from = life.start;
  for (let n = 0; n <= waits.length && from < end; n++) {
    const stop = n < waits.length ? Math.min(waits[n].start, end) : end;
    const before = found.at(-1);
    if (stop > begin && from < until) {
      if (before && x(from) - x(before.stop) < 1) [before.stop, before.busy] = [stop, before.busy + stop - from];
      else found.push({ start: from, stop, busy: stop - from });
    }
    from = n < waits.length ? waits[n].end ?? Infinity : end;
  }
  return found;
}

function ticks(begin, end, most) {
  let step = 1e-6;
  for (let n = 0; (end - begin) / step > most; n++) step *= [2, 2.5, 2][n % 3];
  const found = [];
  for (let n = Math.ceil(begin / step - 1e-9); n * step <= end; n++) found.push(n * step);
  return { step, found };
}

function tickText(time, step) {
  if (step >= 0.1 || time === 0) return step < 1 ? `${time.toFixed(1)} s` : `${time.toFixed(0)} s`;
  return step >= 0.001 ? `${(time * 1000).toFixed(0)} ms` : `${(time * 1000).toFixed(3)} ms`;
}

// Elements

function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

class Layer { // keyed SVG elements: what a frame does not mention goes away, what has not changed is not touched
  constructor(parent) {
    this.group = parent.appendChild(document.createElementNS(SVG, 'g'));
    this.kept = new Map();
    this.frame = 0;
  }

  begin() { this.frame++; }

  draw(key, name, attributes, text = '') {
    let kept = this.kept.get(key);
    if (!kept) {
      kept = { element: document.createElementNS(SVG, name), values: {}, text: '' };
      this.group.appendChild(kept.element);
      this.kept.set(key, kept);
    }
    kept.frame = this.frame;
    for (const attribute in attributes) {
      const value = attributes[attribute];
      if (kept.values[attribute] === value) continue;
      kept.values[attribute] = value;
      kept.element.setAttribute(attribute, value);
    }
    if (kept.text !== text) kept.element.textContent = kept.text = text;
    return kept.element;
  }

  end() {
    for (const [key, kept] of this.kept) {
      if (kept.frame === this.frame) continue;
      kept.element.remove();
      this.kept.delete(key);
    }
  }
}

class View {
  constructor(model, el) {
    this.model = model;
    this.store = storeOf(model);
    this.m = { ...model.get('metrics') };
    this.signs = model.get('signs');
    this.window = null; // [begin, end] in seconds if the reader has chosen one; else everything
    this.span = 0; // how much is shown of what is live; grows in steps, so that most frames move only running bars
    this.frozen = null; // the time shown while paused
    this.replay = null; // {from, at, rate} while replaying
    this.shown = null; // the number of the bar under the pointer or chosen by key
    this.kept = null; // the number of the bar that was clicked: shown when the pointer is elsewhere
    this.pointer = null; // where the pointer is, in the page's pixels
    this.drawn = new Map(); // number of a bar or wait -> the group that it is drawn with
    this.hint = '';
    this.wake = () => { this.wanted ??= requestAnimationFrame(() => this.frame()); };
    this.frames = 0;
    this.build(el);
    this.store.changed.add(this.wake);
    this.resized = new ResizeObserver(this.wake);
    this.resized.observe(this.chart);
    model.on('change:until', this.wake);
    this.wake();
  }

  build(el) {
    const button = (text, label, call) => html('button', { type: 'button', title: label, 'aria-label': label, onclick: call }, text);
    this.pauser = button('Pause', 'Pause', () => this.pause());
    this.player = button('Replay', 'Replay from the beginning', () => this.play());
    this.speed = html('input', { type: 'number', min: '0.001', step: 'any', value: '1', 'aria-label': 'Replay speed', title: 'Replay speed: 1 is as it was, 0.1 ten times slower',
      oninput: () => { if (this.replay) this.replay = this.playing(this.time()); } });
    this.slider = html('input', { type: 'range', min: '0', max: '1000', value: '1000', 'aria-label': 'Time shown', title: 'Time shown', oninput: () => this.scrub() });
    const zoom = [['−', 'Zoom out', 1.6], ['+', 'Zoom in', 1 / 1.6]].map(([text, label, by]) => button(text, label, () => this.zoom(by)));
    const bar = html('div', { class: 'ct-bar', role: 'toolbar', 'aria-label': 'Timeline controls' }, this.pauser, this.player,
      html('label', {}, '×', this.speed), this.slider, ...zoom, button('Fit', 'Show everything', () => this.fit()));
    this.svg = document.createElementNS(SVG, 'svg');
    this.svg.setAttribute('role', 'group');
    this.defs();
    for (const name of LAYERS) this[name] = new Layer(this.svg);
    this.chart = html('div', { class: 'ct-chart', tabindex: '0', role: 'application', 'data-lm-suppress-shortcuts': 'true',
      'aria-label': `${this.model.get('title')}. Arrow keys: from bar to bar. Plus and minus: zoom. Shift and arrows: move. Zero: show everything. Space: pause. R: replay.` }, this.svg);
    this.status = html('div', { class: 'ct-status', role: 'status', 'aria-live': 'polite' });
    const legend = html('div', { class: 'ct-legend', role: 'group', 'aria-label': 'Legend' },
      ...this.model.get('legend').map(([kind, text]) => html('span', {}, html('i', { class: `ct-sample ct-${kind}` }), text)));
    this.root = html('div', { class: 'course-timeline' }, html('div', { class: 'ct-title' }, this.model.get('title')), bar, this.chart, this.status, legend);
    this.listen();
    el.append(this.root);
  }

  defs() {
    const id = (this.hatch = `ct-${Math.random().toString(36).slice(2)}`);
    const make = (parent, name, attributes) => {
      const element = parent.appendChild(document.createElementNS(SVG, name));
      Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
      return element;
    };
    const defs = make(this.svg, 'defs', {});
    const pattern = make(defs, 'pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    make(pattern, 'rect', { width: 5, height: 5, class: 'ct-hatch' });
    make(pattern, 'path', { d: 'M1 0V5', class: 'ct-stripe' });
    const head = make(defs, 'marker', { id: `${id}-head`, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' });
    make(head, 'path', { d: 'M0 0L8 4L0 8z', class: 'ct-head' });
  }

  listen() {
    this.svg.addEventListener('pointerover', (event) => this.show(event.target.dataset?.n ?? this.kept));
    this.svg.addEventListener('pointerleave', () => {
      this.pointer = null;
      this.hint = '';
      this.show(this.kept);
    });
    this.svg.addEventListener('pointermove', (event) => {
      this.pointer = event.clientX;
      this.hint = '';
      this.wake();
    });
    this.svg.addEventListener('click', (event) => { // a click keeps what is told, another one lets go
      if (!this.moved) this.show((this.kept = event.target.dataset?.n ?? null));
    });
    this.chart.addEventListener('scroll', this.wake, { passive: true });
    this.chart.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { // the page scrolls
        this.hint = 'To zoom: hold Ctrl and turn the wheel, or press + and −';
        return this.wake();
      }
      event.preventDefault();
      this.zoom((event.deltaY || event.deltaX) > 0 ? 1.25 : 0.8, this.timeAt(event.clientX));
    }, { passive: false });
    this.chart.addEventListener('pointerdown', (event) => {
      if (event.button || event.target === this.chart) return;
      this.drag = { x: event.clientX, window: this.range(this.time()) };
      this.moved = false;
    });
    this.chart.addEventListener('pointermove', (event) => {
      if (!this.drag || (Math.abs(event.clientX - this.drag.x) < 3 && !this.moved)) return;
      if (!this.moved) this.chart.setPointerCapture(event.pointerId); // not before: a click is for the bar
      this.moved = true;
      const [begin, end] = this.drag.window;
      const by = ((this.drag.x - event.clientX) * (end - begin)) / this.pixels();
      this.window = [begin + by, end + by];
      this.wake();
    });
    for (const name of ['pointerup', 'pointercancel']) this.chart.addEventListener(name, () => (this.drag = null));
    this.chart.addEventListener('keydown', (event) => this.key(event));
  }

  key(event) {
    this.hint = '';
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step && event.shiftKey) this.pan(step);
    else if (step) this.choose(step, event.key === 'ArrowUp' || event.key === 'ArrowDown');
    else if (event.key === '+' || event.key === '=') this.zoom(1 / 1.6);
    else if (event.key === '-') this.zoom(1.6);
    else if (event.key === '0' || event.key === 'Home') this.fit();
    else if (event.key === 'Escape') this.show((this.kept = null));
    else if (event.key === ' ') this.pause();
    else if (event.key === 'r') this.play();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Time

  time() {
    if (this.replay) return this.replay.from + ((performance.now() - this.replay.at) / 1000) * this.replay.rate;
    return this.frozen ?? this.store.clock();
  }

  playing(from) { // while a speed is being typed ('0.' on the way to 0.1) the present one goes on
    const typed = Number(this.speed.value);
    return { from, at: performance.now(), rate: typed > 0 ? Math.max(typed, 0.001) : this.replay?.rate ?? 1 };
  }

  range(t) {
    if (this.window) return this.window;
    const all = Math.max(this.store.over ? this.store.now : t, this.model.get('until'), 1e-4);
    const still = this.store.over || this.frozen !== null;
    if (still) this.span = Math.max(this.store.now, this.model.get('until'), 1e-4);
    else if (all > this.span) this.span = all * 1.3;
    return [0, this.span];
  }

  pixels() { return Math.max(this.width - this.m.left - this.m.right, 50); }

  timeAt(clientX) {
    const [begin, end] = this.range(this.time());
    const x = clientX - this.svg.getBoundingClientRect().left - this.m.left;
    return begin + ((end - begin) * x) / this.pixels();
  }

  // What the reader can do

  pause() {
    if (this.replay) [this.frozen, this.replay] = [this.time(), null];
    else if (this.frozen === null) this.frozen = this.time();
    else { // what runs is shown as it is now; what is over goes on from the moment shown
      if (this.store.over) this.replay = this.playing(this.frozen);
      this.frozen = null;
    }
    this.wake();
  }

  play() {
    this.frozen = null;
    this.replay = this.playing(0);
    this.wake();
  }

  scrub() {
    this.replay = null;
    const share = Number(this.slider.value) / 1000;
    this.frozen = share < 1 ? share * this.store.clock() : null;
    this.wake();
  }

  zoom(by, around) {
    const [begin, end] = this.range(this.time());
    const middle = around ?? (begin + end) / 2;
    this.window = [middle - (middle - begin) * by, middle + (end - middle) * by];
    this.wake();
  }

  pan(step) {
    const [begin, end] = this.range(this.time());
    this.window = [begin + ((end - begin) * step) / 8, end + ((end - begin) * step) / 8];
    this.wake();
  }

  fit() {
    this.window = null;
    this.span = 0;
    this.wake();
  }

  show(number) {
    this.shown = number === null ? null : Number(number);
    this.wake();
  }

  choose(step, otherLane) { // the next bar of this lane, or the one nearest in time on the next lane
    const t = this.time();
    const lanes = this.store.sorted().map((each) => each.Bar.filter((bar) => bar.start <= t)).filter((bars) => bars.length);
    const now = this.store.items.get(this.shown);
    let row = lanes.findIndex((bars) => bars.includes(now));
    if (row < 0) return this.show(lanes[0]?.[0]?.number ?? null);
    let place = lanes[row].indexOf(now) + step;
    if (otherLane) {
      row = Math.min(Math.max(row + step, 0), lanes.length - 1);
      const far = (bar) => Math.abs(bar.start - now.start);
      place = lanes[row].reduce((best, bar, n) => (far(bar) < far(lanes[row][best]) ? n : best), 0);
    }
    this.show(lanes[row][Math.min(Math.max(place, 0), lanes[row].length - 1)].number);
  }

  // Drawing

  frame() {
    this.wanted = undefined;
    if (!this.root.isConnected && this.frames) return;
    this.frames++;
    let t = this.time();
    if (this.replay && t >= this.store.clock()) [this.replay, t] = [null, this.store.clock()];
    this.draw(t);
    const live = !this.store.over && this.frozen === null;
    if (live || this.replay) this.wake();
  }

  draw(t) {
    this.width = this.chart.clientWidth || 800;
    this.m.left = Math.min(this.model.get('metrics').left, Math.max(this.width * 0.26, 100));
    const [begin, end] = this.range(t);
    const per = this.pixels() / (end - begin);
    const x = (time) => Math.min(Math.max(this.m.left + (time - begin) * per, this.m.left - 20), this.width + 20);
    const rows = this.rows();
    const layers = LAYERS.map((name) => this[name]);
    layers.forEach((layer) => layer.begin());
    this.drawn.clear();
    const flag = this.flag();
    this.drawGrid(begin, end, x, rows, flag);
    for (const row of rows.list) this.drawLane(row, t, x, begin, end);
    this.drawArrow(rows, t, x);
    if (flag) this.drawPointer(rows, flag);
    layers.forEach((layer) => layer.end());
    this.drawControls(t, rows);
  }

  rows() {
    const all = this.store.sorted();
    const byName = new Map();
    let y = this.m.top;
    const list = all.slice(0, MOST).map((each) => {
      const height = each.lane.kind === 'queue' ? this.m.queue : this.m.row;
      const row = { ...each, y, height };
      byName.set(each.lane.name, row);
      y += height;
      return row;
    });
    return { list, byName, height: y + this.m.bottom, more: all.length - list.length };
  }

  drawGrid(begin, end, x, rows, flag) {
    this.svg.setAttribute('height', rows.height);
    this.svg.setAttribute('width', this.width);
    const { step, found } = ticks(begin, end, Math.max(2, this.pixels() / 90));
    this.top = this.chart.scrollTop; // the axis stays in view when there are more lanes than room
    this.axis.draw('back', 'rect', { class: 'ct-names', x: 0, y: this.top, width: this.width, height: this.m.top - 3 });
    found.forEach((time, n) => {
      this.grid.draw(`l${n}`, 'path', { class: 'ct-grid', d: `M${x(time).toFixed(1)} ${this.m.top}V${rows.height}` });
      const text = tickText(time, step);
      if (flag && Math.abs(x(time) - flag.middle) < (flag.wide + text.length * 6.4) / 2) return; // half a time is none
      this.axis.draw(`t${n}`, 'text', { x: x(time).toFixed(1), y: this.top + this.m.top - 8, 'text-anchor': 'middle', class: 'ct-tick' }, text);
    });
  }

  drawLane(row, t, x, begin, end) {
    const { lane, y, height } = row;
    const name = lane.name;
    this.names.draw(`b${name}`, 'rect', { class: 'ct-names', x: 0, y: y + 1, width: this.m.left - 4, height: height - 1 });
    this.names.draw(name, 'text', { x: 4, y: y + height / 2 + 4, 'aria-label': name, 'data-name': name }, short(lane.kind === 'queue' && this.m.left < 130 ? name.replace(' of pool', '') : name, Math.floor((this.m.left - 8) / 6.6)));
    this.grid.draw(`r${name}`, 'path', { class: 'ct-grid', d: `M0 ${y + height}H${this.width}` });
    if (lane.kind === 'queue') this.drawQueue(row, t, x);
    this.drawBars(row, t, x, begin, end);
    if (lane.kind === 'greenlet') this.drawTurns(row, t, x, begin, end);
    const foot = y + (height + this.m.bar) / 2 - this.m.wait;
    for (const group of naps(row.Wait, t, x, begin, end)) {
      const { wait, stop } = group;
      if (x(stop) - x(wait.start) < 1) continue;
      this.drawn.set(wait.number, group);
      this.waits.draw(wait.number, 'rect', { class: 'ct-wait', fill: `url(#${this.hatch})`, x: x(wait.start).toFixed(1), y: foot,
        width: (x(stop) - x(wait.start)).toFixed(1), height: this.m.wait, 'data-n': wait.number });
    }
    let lastPlace = -9;
    for (const mark of row.Mark) {
      if (mark.start > t || mark.start > end || endOf(mark, t) < begin) continue;
      const place = x(mark.start);
      const wide = x(endOf(mark, t)) - place;
      if (place - lastPlace < 1 && wide < 1) continue;
      lastPlace = place;
      const bottom = y + height - 3;
      const d = `M${place.toFixed(1)} ${bottom - 7}h${wide.toFixed(1)}l3.5 3.5-3.5 3.5h-${wide.toFixed(1)}l-3.5-3.5z`;
      this.marks.draw(mark.number, 'path', { class: mark.kind === 'callback' ? 'ct-callback' : `ct-mark ct-${mark.kind}`, d, 'data-n': mark.number });
    }
  }

  drawBars(row, t, x, begin, end) {
    const { y, height, Bar } = row;
    for (const group of merged(Bar, t, x, begin, end)) {
      const { bar, count, state } = group;
      const life = bar.task < 0;
      const inset = this.m.inset * bar.depth;
      const top = y + (height - this.m.bar) / 2 + inset;
      const left = x(bar.start);
      const right = x(group.end);
      const wide = Math.max(right - left - (right - left > 4), state === 'failed' ? 3 : 0.8); // a gap between neighbours; what failed at once can be seen
      const layer = life ? this.life : this.bars;
      const attributes = { class: `ct-task ct-${state}`, x: left.toFixed(1), y: top, width: wide.toFixed(1), height: this.m.bar - inset, rx: 2, 'data-n': bar.number };
      if (!life) this.drawn.set(bar.number, group);
      if (!life) Object.assign(attributes, { role: 'img', 'aria-label': count > 1 ? `${count} tasks, ${state}` : `${bar.label}, ${state}` });
      layer.draw(bar.number, 'rect', attributes);
      const seen = Math.max(left, this.m.left); // of a bar that begins before what is in view
      const label = life || count > 1 ? '' : fitting(bar.label, this.signs[state] ?? '', right - seen);
      if (label) this.labels.draw(bar.number, 'text', { class: 'ct-in', x: (seen + 4).toFixed(1), y: top + 11.5 }, label);
    }
  }

  drawTurns({ y, height, Bar, Wait }, t, x, begin, end) {
    for (const life of Bar) {
      if (life.task >= 0 || life.start > t) continue;
      turns(life, Wait, t, x, begin, end).forEach(({ start, stop, busy }, n) => {
        const share = stop > start ? Math.max(busy / (stop - start), 0.25) : 1; // many short turns in a pixel are paler
        this.bars.draw(`turn${life.number} ${n}`, 'rect', { class: 'ct-running', x: x(start).toFixed(1), y: y + (height - this.m.bar) / 2,
          width: Math.max(x(stop) - x(start), 1.5).toFixed(1), height: this.m.bar, 'fill-opacity': share.toFixed(2), 'data-n': life.number });
      });
    }
  }

  drawQueue({ lane, y, height, Step }, t, x) {
    const steps = Step.filter((step) => step.time <= t).sort((a, b) => a.time - b.time || b.change - a.change);
    if (!steps.length) return;
    const lengths = [];
    let length = 0;
    let most = 1;
    for (const step of steps) {
      length += step.change;
      most = Math.max(most, length);
      lengths.push(length);
    }
    const floor = y + height - 3;
    let d = `M${x(steps[0].time).toFixed(1)} ${floor}`;
    let last = '';
    steps.forEach((step, n) => { // steps within one pixel: the last of them
      const place = x(step.time).toFixed(0);
      if (n + 1 < steps.length && place === x(steps[n + 1].time).toFixed(0) && place === last) return;
      last = place;
      d += `H${x(step.time).toFixed(1)}V${(floor - ((height - 8) * lengths[n]) / most).toFixed(1)}`;
    });
    this.life.draw(`q${lane.name}`, 'path', { class: 'ct-queue', d: `${d}H${x(t).toFixed(1)}V${floor}z` });
    this.names.draw(`q${lane.name}`, 'text', { class: 'ct-small', x: 4, y: floor - 1 }, this.m.left < 130 ? `${length}, at most ${most}` : `${length} now, at most ${most}`);
  }

  drawArrow(rows, t, x) {
    const bar = this.store.items.get(this.shown);
    if (bar?.type !== 'Bar' || bar.start > t) return;
    const row = rows.byName.get(bar.lane);
    const queue = rows.byName.get(bar.by);
    if (!row) return;
    const top = row.y + (row.height - this.m.bar) / 2;
    const group = this.drawn.get(bar.number);
    const stop = group?.end ?? endOf(bar, t);
    this.arrow.draw('frame', 'rect', { class: 'ct-chosen', x: x(bar.start).toFixed(1), y: top, width: Math.max(x(stop) - x(bar.start), 2).toFixed(1), height: this.m.bar, rx: 2 });
    if (!queue || bar.queued === null || group?.count > 1) return;
    const from = queue.y + queue.height - 6;
    const [a, b, middle] = [x(bar.queued).toFixed(1), x(bar.start).toFixed(1), (from + top) / 2];
    const d = `M${a} ${from}C${a} ${middle} ${b} ${middle} ${b} ${top}`;
    this.arrow.draw('halo', 'path', { class: 'ct-arrow ct-halo', d }); // so that it can be told from what it crosses
    this.arrow.draw('arrow', 'path', { class: 'ct-arrow', 'marker-end': `url(#${this.hatch}-head)`, d });
  }

  flag() { // what tells the time under the pointer
    if (this.pointer === null) return null;
    const place = this.pointer - this.svg.getBoundingClientRect().left;
    if (place < this.m.left || place > this.width - this.m.right) return null;
    const text = seconds(this.timeAt(this.pointer));
    const wide = text.length * 6.4 + 8;
    const left = Math.min(Math.max(place - wide / 2, this.m.left), this.width - wide);
    return { place, text, wide, left, middle: left + wide / 2 };
  }

  drawPointer(rows, { place, text, wide, left, middle }) { // a line through all lanes, and its time
    this.arrow.draw('pointer', 'path', { class: 'ct-pointer', d: `M${place.toFixed(1)} ${this.m.top}V${rows.height}` });
    this.axis.draw('flag', 'rect', { class: 'ct-flag', x: left.toFixed(1), y: this.top + 1, width: wide.toFixed(1), height: this.m.top - 5, rx: 3 });
    this.axis.draw('time', 'text', { class: 'ct-time', x: middle.toFixed(1), y: this.top + this.m.top - 8, 'text-anchor': 'middle' }, text);
  }

  drawControls(t, rows) {
    const set = (element, text) => { if (element.textContent !== text) element.textContent = text; };
    const still = this.frozen !== null;
    set(this.pauser, still ? 'Go on' : 'Pause');
    this.pauser.setAttribute('aria-label', still ? 'Go on' : 'Pause');
    if (document.activeElement !== this.slider) this.slider.value = String(Math.round((1000 * t) / Math.max(this.store.clock(), 1e-9)));
    this.slider.setAttribute('aria-valuetext', seconds(t));
    const item = this.store.items.get(this.shown);
    const moves = this.replay || (!still && !this.store.over);
    const steady = this.hint || (item && item.end !== null && item.end <= t);
    this.status.setAttribute('aria-live', moves && !steady ? 'off' : 'polite'); // a running clock is not read out at every frame
    set(this.status, this.hint || this.words(item, t) || this.counts(t, rows));
    this.root.dataset.state = this.replay ? 'replay' : still ? 'paused' : this.store.over ? 'over' : 'live';
  }

  words(item, t) {
    if (!item) return '';
    const group = this.drawn.get(item.number);
    if (item.type === 'Wait') {
      const times = group?.count > 1 ? ` ${group.count} times` : '';
      return `${item.lane} waits${times}: ${item.reason}${group?.others ? ' and others' : ''}, ${seconds((group?.stop ?? endOf(item, t)) - item.start)}`;
    }
    if (item.type === 'Mark') return `${item.kind === 'callback' ? 'callback' : item.kind} on ${item.lane}: ${item.label}`;
    return item.type === 'Bar' ? told(group ?? { bar: item, end: endOf(item, t), count: 1, state: stateAt(item, t) }) : '';
  }

  counts(t, rows) {
    const found = { running: 0, finished: 0, failed: 0, cancelled: 0, greenlets: 0 };
    for (const { lane, Bar, Mark } of this.store.lanes.values()) {
      if (lane?.kind === 'greenlet') found.greenlets++;
      for (const bar of Bar) if (bar.task >= 0 && bar.start <= t) found[stateAt(bar, t)]++;
      for (const mark of Mark) if (mark.kind === 'cancelled' && mark.start <= t) found.cancelled++;
    }
    const said = Object.entries(found).filter(([, n]) => n).map(([state, n]) => `${n} ${state}`);
    if (rows.more) said.push(`${rows.more} more lanes not drawn`);
    return `${this.store.over || this.replay ? '' : 'live: '}${seconds(t)}${said.length ? `, ${said.join(', ')}` : ''}`;
  }

  destroy() {
    this.store.changed.delete(this.wake);
    this.model.off('change:until', this.wake);
    this.resized.disconnect();
    cancelAnimationFrame(this.wanted);
  }
}

export default {
  initialize({ model }) { storeOf(model); },
  render({ model, el }) {
    const view = new View(model, el);
    el.timeline = view; // for tests and benchmarks
    return () => view.destroy();
  },
};
