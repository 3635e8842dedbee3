// What the page holds, and what the reader has chosen of it.

const DATA = JSON.parse(at('data').textContent);
const EVENTS = DATA.events;
const PLACES = DATA.places;
const TOLD_PLACES = new Set(DATA.slides.flatMap((slide) => (slide.kind === 'place' ? [slide.at] : [])));
const FAMILIES = new Map(DATA.families.map((family) => [family.key, family]));

const state = { mode: DATA.mode, event: -1, among: null, slide: 0, topics: new Set(), countries: new Set() };

const passes = (event) =>
  (!state.topics.size || event.topics.some((each) => state.topics.has(each))) &&
  (!state.countries.size || event.countries.some((each) => state.countries.has(each)));

// The numbers of the events that the chips let through, in order of time.
function shown() {
  return EVENTS.map((_, number) => number).filter((number) => passes(EVENTS[number]));
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const when = (event) => capital(event.when) + (event.status ? ` (${event.status})` : '');

// The sign of an event's family about (0, 0): filled, hollow or broken, as on the timeline.
function sign(event, radius = 6) {
  const family = FAMILIES.get(event.family) || FAMILIES.get('other');
  return svg('path', {
    d: family.path, transform: `scale(${radius})`, class: `sign f-${family.key} ${event.look ? 'hollow' : ''} ${event.status}`,
  });
}

function signIcon(event) {
  return svg('svg', { viewBox: '-8 -8 16 16', class: 'icon', 'aria-hidden': 'true' }, sign(event));
}
