// The page: one state, one update, and everything a click, a key or a clicker can do to it.

const root = document.documentElement;
at('title').textContent = DATA.title;

const go = {
  event(number) {
    if (number === undefined) return;
    Object.assign(state, { event: number, among: null });
    update({ read: true });
  },
  // What a mark stands for: its only event, else the places with what happened there.
  place(numbers) {
    const events = [...new Set(numbers.flatMap((number) => PLACES[number].events))].filter((number) => passes(EVENTS[number]));
    if (events.length === 1 && state.event !== events[0]) go.event(events[0]);
    else {
      Object.assign(state, { event: -1, among: { places: numbers } });
      update({ read: true });
    }
  },
  // The events of a stretch of time, or all before or after one that is open to a side.
  window(from, to) {
    const within = from && to ? (event) => event.from <= to && event.to >= from : from ? (event) => event.from > from : (event) => event.to < to;
    const numbers = shown().filter((number) => EVENTS[number].from && within(EVENTS[number]));
    go.list({ events: numbers, kicker: from && to ? 'Close together in time' : from ? 'Later' : 'Earlier' });
  },
  column({ events, lane, when }) {
    const numbers = events.filter((number) => passes(EVENTS[number]));
    if (numbers.length === 1) go.event(numbers[0]);
    else go.list({ events: numbers, kicker: lane, title: capital(when) });
  },
  list(among) {
    Object.assign(state, { event: -1, among });
    update({ read: true });
  },
  close() {
    Object.assign(state, { event: -1, among: null });
    update();
  },
  slide(number) {
    state.mode = 'slides';
    state.slide = Math.max(0, Math.min(LAST, number));
    update({ read: true });
  },
  explore() {
    const number = slideEvent(state.slide);
    if (number >= 0) Object.assign(state, { event: number, among: null });
    state.mode = 'explore';
    update();
  },
  step(by) {
    const order = shown();
    const here = order.indexOf(state.event);
    const to = here < 0 ? (by > 0 ? 0 : order.length - 1) : here + by;
    if (to >= 0 && to < order.length) go.event(order[to]);
  },
};

const told = new Set(DATA.slides.filter((slide) => slide.kind === 'event').map((slide) => slide.at));
const timeline = DATA.timeline.columns ? new Columns(at('time'), go.event, go.column, go.window) : new Timeline(at('time'), go.event, go.window);
const strip = new Strip(at('strip'), timeline, told, (number) => {
  const slide = DATA.slides.findIndex((each) => each.kind === 'event' && each.at === number);
  if (slide >= 0) go.slide(slide + 1);
});
const chronology = new Chronology(at('list'), go);
const map = new EventMap(at('map'), (numbers) => {
  if (state.mode === 'slides') go.explore();
  go.place(numbers);
});

function update({ read = false } = {}) {
  root.dataset.mode = state.mode;
  const slides = state.mode === 'slides';
  if (slides) showSlide();
  else showExplore();
  at('to-slides').hidden = slides || !DATA.slides.length;
  at('to-explore').hidden = !slides;
  remember();
  if (read) (slides ? at('slide') : at('panel')).scrollTop = 0;
}

function showSlide() {
  at('slide').replaceChildren(...slideOf(state.slide));
  at('place-in-order').textContent = `${state.slide + 1} of ${LAST + 1}`;
  at('previous').disabled = state.slide === 0;
  at('next').disabled = state.slide === LAST;
  const places = slidePlaces(state.slide);
  root.dataset.still = state.slide === LAST || (state.slide > 0 && !places.length) ? 'words' : '';
  map.show(told, { chosen: places, near: places.length > 0 });
  if (!places.length && map.width) map.home();
  strip.show(slideEvent(state.slide));
}

function showExplore() {
  const visible = new Set(shown());
  root.dataset.open = state.event >= 0 || state.among ? 'yes' : '';
  const content = state.event >= 0 ? eventPanel(state.event, go)
    : state.among && state.among.places ? placePanel(state.among.places, go)
      : state.among ? listPanel(state.among, go) : aboutPanel();
  const close = button('×', go.close, { class: 'close', 'aria-label': 'Close' });
  at('panel').replaceChildren(...(root.dataset.open ? [close] : []), ...content.filter((each) => each !== ''));
  timeline.show(visible);
  chronology.show(visible);
  map.show(visible, { chosen: state.event >= 0 ? EVENTS[state.event].places : state.among && state.among.places ? state.among.places : [] });
  sayWhatIsShown(visible);
}

function sayWhatIsShown(visible) {
  const said = Object.entries(FIELDS).map(([field, { said: say }]) => (state.chosen[field].size ? say([...state.chosen[field]].join(' or ')) : ''));
  const active = said.some(Boolean);
  at('clear').hidden = !active;
  at('sentence').textContent = active
    ? `${visible.size.toLocaleString('en')} of ${EVENTS.length.toLocaleString('en')} events: ${said.filter(Boolean).join(', ')}.`
    : DATA.leftOut;
  for (const row of rows) row.show();
}

function choose(field, value) {
  if (!state.chosen[field].delete(value)) state.chosen[field].add(value);
  if (state.event >= 0 && !passes(EVENTS[state.event])) Object.assign(state, { event: -1, among: null });
  update();
}

// The rows of chips; the lesser ones stand back until they are wanted.
const rows = Object.keys(FIELDS).map((field) => new Chips(at('chips'), field, choose));
const lesser = rows.filter((row) => row.useful && FIELDS[row.field].more);
function showMore(open) {
  for (const row of lesser) row.row.hidden = !open;
  at('more').textContent = open ? 'Fewer filters' : 'More filters';
  at('more').setAttribute('aria-expanded', open);
}
at('more').hidden = !lesser.length;
at('more').addEventListener('click', () => showMore(lesser[0].row.hidden));
showMore(false);
document.fonts.ready.then(() => { for (const row of rows) row.fold(); });
at('clear').addEventListener('click', () => {
  for (const chosen of Object.values(state.chosen)) chosen.clear();
  update();
});
at('to-slides').addEventListener('click', () => {
  go.slide(DATA.slides.findIndex((slide) => slide.kind === 'event' && slide.at === state.event) + 1);
});
at('to-explore').addEventListener('click', go.explore);
at('previous').addEventListener('click', () => go.slide(state.slide - 1));
at('next').addEventListener('click', () => go.slide(state.slide + 1));
for (const view of document.querySelectorAll('[data-view]')) {
  view.addEventListener('click', () => {
    root.dataset.only = view.dataset.view;
    for (const each of document.querySelectorAll('[data-view]')) each.setAttribute('aria-pressed', each === view);
    map.resize();
  });
}

// Keys: a clicker sends PageDown and PageUp.
const ONWARD = new Set(['ArrowRight', 'PageDown', ' ', 'ArrowDown']);
const BACK = new Set(['ArrowLeft', 'PageUp', 'ArrowUp']);
addEventListener('keydown', (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return;
  const onButton = press.target.closest && press.target.closest('button, a, [role=button]');
  if (press.key === ' ' && onButton) return;
  const slides = state.mode === 'slides';
  const act = slides
    ? ONWARD.has(press.key) ? () => go.slide(state.slide + 1)
      : BACK.has(press.key) ? () => go.slide(state.slide - 1)
        : { Home: () => go.slide(0), End: () => go.slide(LAST), Escape: go.explore }[press.key]
    : {
      ArrowRight: () => go.step(1), ArrowLeft: () => go.step(-1), Home: () => go.event(shown()[0]),
      End: () => go.event(shown().at(-1)), Escape: go.close,
    }[press.key];
  if (!act) return;
  press.preventDefault();
  act();
});

// Light, dark, or as the system has it.
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => root.dataset.theme === 'dark' || (!root.dataset.theme && dark.matches);
function sayTheme() {
  at('theme').textContent = isDark() ? 'Light' : 'Dark';
}
at('theme').addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  sayTheme();
});
dark.addEventListener('change', sayTheme);
sayTheme();

// The place in the page stands in its address, so that it opens there again.
function remember() {
  const place = state.mode === 'slides' ? `#slide-${state.slide + 1}` : state.event >= 0 ? `#event-${EVENTS[state.event].id}` : '#explore';
  if (location.hash === place) return;
  try {
    history.replaceState(null, '', place);
  } catch {
    // A frame that was given the page as text, such as a preview, has no address to keep it in.
  }
}

function recall() {
  const [, slide] = /^#slide-(\d+)$/.exec(location.hash) || [];
  const event = EVENTS.findIndex((each) => location.hash === `#event-${each.id}`);
  if (slide && DATA.slides.length) Object.assign(state, { mode: 'slides', slide: Math.min(LAST, Math.max(0, Number(slide) - 1)) });
  else if (event >= 0) Object.assign(state, { mode: 'explore', event });
  else if (location.hash === '#explore') state.mode = 'explore';
}

addEventListener('hashchange', () => { recall(); update(); });
addEventListener('beforeprint', () => at('print').replaceChildren(...printed()));
if (!DATA.slides.length) state.mode = 'explore';
recall();
if (state.mode === 'explore' && state.event < 0 && !narrow.matches) state.event = DATA.first;
root.dataset.only = 'time';
update();
