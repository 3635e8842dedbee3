// What the page holds, and what the reader has chosen of it.

// The data of a page of very many events is packed, and comes as text.
async function unpacked(data) {
  if (typeof data !== 'string') return data;
  if (!('DecompressionStream' in window)) {
    document.body.replaceChildren(el('p', { class: 'alone' }, 'This page needs a browser of 2023 or newer.'));
  }
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

const DATA = await unpacked(JSON.parse(at('data').textContent));
const EVENTS = DATA.events;
const PLACES = DATA.places;
const TOLD_PLACES = new Set(DATA.slides.flatMap((slide) => (slide.kind === 'place' ? [slide.at] : [])));
const FAMILIES = new Map(DATA.families.map((family) => [family.key, family]));

// What chips filter by: how a row of them is called, and how what is chosen of it reads in a sentence.
const FIELDS = {
  topics: { label: 'Topic', said: (words) => words },
  countries: { label: 'State', said: (words) => `involving ${words}` },
  kinds: { label: 'Kind', said: (words) => `only ${words.toLowerCase()}`, more: true },
  people: { label: 'Person', said: (words) => `with ${words}`, more: true },
};

const state = { mode: DATA.mode, event: -1, among: null, slide: 0, chosen: {} };
for (const field of Object.keys(FIELDS)) state.chosen[field] = new Set();

// Whether an event has one of the values chosen in every field, but for the field that is left out.
function passes(event, leftOut) {
  for (const [field, chosen] of Object.entries(state.chosen)) {
    if (chosen.size && field !== leftOut && !event[field].some((value) => chosen.has(value))) return false;
  }
  return true;
}

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
