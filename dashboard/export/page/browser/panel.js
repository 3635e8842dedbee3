// The panel: one event with its words, a place with what happened there, or a list to choose from.

const MOST_PASSAGES = 10;

function fact(label, ...values) {
  return [el('dt', {}, label), el('dd', {}, ...values)];
}

function placeLinks(event, go) {
  const links = event.places.map((number) => button(PLACES[number].name, () => go.place([number]), { class: 'link' }));
  if (!links.length) return [event.where || 'Not given'];
  const known = links.flatMap((link, order) => (order ? [' · ', link] : [link]));
  const names = event.places.map((number) => PLACES[number].name).join('; ');
  return event.where && event.where !== names ? [...known, el('span', { class: 'also' }, event.where)] : known;
}

function eventPanel(number, go) {
  const event = EVENTS[number];
  const family = FAMILIES.get(event.family);
  const order = shown();
  const here = order.indexOf(number);
  return [
    el('p', { class: 'kicker' }, signIcon(event), family.label, event.status ? ` · ${event.status}` : ''),
    el('h2', {}, event.title),
    el('dl', {},
      ...fact('Date', when(event), el('small', {}, event.basis)),
      ...fact('Place', ...placeLinks(event, go), el('small', {}, event.whereBasis)),
      ...(event.states.length ? fact('States', event.states.join(' · ')) : []),
      ...(event.topics.length ? fact('Topics', event.topics.join(' · ')) : []),
      ...fact('Source', event.told, el('small', {}, event.checked))),
    ...passagesOf(event.passages, go),
    el('p', { class: 'around' },
      button('‹ Earlier', () => go.event(order[here - 1]), { disabled: here <= 0 }),
      el('span', {}, here >= 0 ? `${here + 1} of ${order.length}` : 'not among those shown'),
      button('Later ›', () => go.event(order[here + 1]), { disabled: here < 0 || here >= order.length - 1 })),
  ];
}

// The passages, of very many the first; the others take the place of their button.
function passagesOf(passages, go) {
  const rest = passages.slice(MOST_PASSAGES);
  const made = passages.slice(0, MOST_PASSAGES).map((passage) => passageOf(passage, go));
  if (!rest.length) return made;
  const more = button(`${rest.length} more passage${rest.length > 1 ? 's' : ''}`, () => {
    const others = rest.map((passage) => passageOf(passage, go));
    more.replaceWith(...others);
    others[0].focus();
  }, { class: 'link' });
  return [...made, more];
}

function eventLine(number, go) {
  const event = EVENTS[number];
  return el('li', {}, el('button', { type: 'button', class: 'row', on: { click: () => go.event(number) } },
    signIcon(event), el('span', { class: 'title' }, event.title), el('span', { class: 'when' }, when(event))));
}

function lines(title, numbers, go) {
  const made = (some) => some.map((number) => eventLine(number, go));
  const list = [...made(numbers.slice(0, AT_A_TIME)), ...moreOf(numbers.slice(AT_A_TIME), made)];
  return numbers.length ? [el('h3', {}, title), el('ol', { class: 'lines' }, ...list)] : [];
}

function placePanel(numbers, go) {
  const visible = new Set(shown());
  const alive = (all) => [...new Set(all)].filter((each) => visible.has(each)).sort((one, other) => one - other);
  const places = numbers.map((number) => PLACES[number]);
  const events = alive(places.flatMap((place) => place.events));
  const spoken = alive(places.flatMap((place) => place.spoken)).filter((each) => !events.includes(each));
  const written = [...new Set(places.flatMap((place) => place.written))];
  return [
    el('p', { class: 'kicker' }, capital(places[0].kind)),
    el('h2', {}, places.map((place) => place.name).join(' – ')),
    written.length ? el('p', { class: 'also' }, `Written “${written.join('”, “')}”.`) : '',
    ...lines('What happened here', events, go),
    events.length ? '' : el('p', {}, 'Spoken of here; no event is placed here.'),
    ...lines('Spoken of in the passages of', spoken, go),
    el('p', { class: 'citation' }, [...new Set(places.map((place) => place.source))].filter(Boolean).slice(0, 3).join('; ')),
  ];
}

function listPanel({ events, kicker, title }, go) {
  const alive = events.filter((number) => passes(EVENTS[number]));
  const count = `${alive.length.toLocaleString('en')} event${alive.length === 1 ? '' : 's'}`;
  return [el('p', { class: 'kicker' }, kicker), el('h2', {}, title || count), ...lines(title ? `${count}, in order of time` : 'In order of time', alive, go)];
}

function aboutPanel() {
  return [
    el('h2', {}, DATA.title), DATA.subtitle ? el('p', { class: 'lead' }, DATA.subtitle) : '',
    el('p', {}, DATA.leftOut), el('h3', {}, 'Sources'), sourceList(), el('p', { class: 'citation' }, DATA.method),
  ];
}

function sourceList(most = AT_A_TIME) {
  const made = (some) => some.map((each) => el('li', { tabindex: '-1' }, each.cite, ' ', webLink(each.url, 'Open the document')));
  return el('ul', { class: 'sources' }, ...made(DATA.sources.slice(0, most)), ...moreOf(DATA.sources.slice(most), made));
}
