// The slides: an opening, one for each event or place that is told, and the sources.

const LAST = DATA.slides.length + 1;

const slideEvent = (number) => {
  const slide = DATA.slides[number - 1];
  return slide && slide.kind === 'event' ? slide.at : -1;
};

// The places that the map of a slide shows.
function slidePlaces(number) {
  const slide = DATA.slides[number - 1];
  if (!slide || slide.at < 0) return [];
  return slide.kind === 'place' ? [slide.at] : EVENTS[slide.at].places;
}

function openingSlide() {
  return [el('h2', { class: 'opening' }, DATA.title), el('p', { class: 'lead' }, DATA.subtitle || DATA.leftOut)];
}

function sourcesSlide(most) {
  return [el('h2', {}, 'Sources and method'), sourceList(most), el('p', { class: 'citation' }, DATA.method), el('p', { class: 'citation' }, DATA.leftOut)];
}

function toldSlide(slide) {
  const event = slide.kind === 'event' ? EVENTS[slide.at] : null;
  const [quote] = slide.quotes;
  const more = slide.more ? ` And ${slide.more} more passage${slide.more > 1 ? 's' : ''}.` : '';
  return [
    el('h2', {}, slide.title),
    el('p', { class: 'when' }, event ? signIcon(event) : '', slide.subtitle),
    ...slide.known.map((line) => el('p', { class: 'known' }, line)),
    slide.sentence ? el('p', { class: 'sentence-of-slide' }, slide.sentence) : '',
    quote ? el('blockquote', {}, quote.words[0], el('mark', {}, quote.words[1]), quote.words[2]) : '',
    quote ? el('p', { class: 'citation' }, quote.cite, more, ' ', webLink(quote.url, 'Open the document')) : '',
  ];
}

// On paper all sources stand on the last slide; on a screen the first of very many.
function slideOf(number, mostSources) {
  if (number <= 0) return openingSlide();
  return number >= LAST ? sourcesSlide(mostSources) : toldSlide(DATA.slides[number - 1]);
}

// On paper: a slide a page with its map, then the sources.
function printed() {
  const pages = [];
  for (let number = 0; number <= LAST; number += 1) {
    const page = el('section', { class: 'sheet' }, el('div', { class: 'words' }, ...slideOf(number, DATA.sources.length)));
    const places = slidePlaces(number);
    if (places.length || number === 0) page.append(stillMap(places));
    pages.push(page);
  }
  return pages;
}

// North is up where it happened; of marks that lie on one another the weightiest stands for all, and no name over another.
function stillMap(places) {
  const map = DATA.map;
  const [x, y, width, height] = map.view;
  const spots = places.map((number) => PLACES[number]);
  const middle = spots.length
    ? [spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length, spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length]
    : [x + width / 2, y + height / 2];
  const off = spots.map((spot) => Math.hypot(spot.x - middle[0], spot.y - middle[1]));
  const side = spots.length ? Math.max(width * 0.5, map.slide, 2.8 * Math.max(...off)) : Math.max(width * 0.9, map.slide);
  const turn = spots.length ? spots[0].north : 0;
  const shown = spots.length ? spots : PLACES.filter((place) => place.events.length && !place.area).sort((one, other) => other.weight - one.weight);
  const drawing = svg('svg', {
    class: 'still', role: 'img', 'aria-label': `Map: ${shown.map((spot) => spot.name).join(', ')}`,
    viewBox: `${middle[0] - side / 2} ${middle[1] - side / 2} ${side} ${side}`,
  }, svg('g', { transform: `rotate(${degrees(turn)} ${middle[0]} ${middle[1]}) scale(${1 / map.grain})` },
    svg('use', { href: '#land-line', class: 'land', 'vector-effect': 'non-scaling-stroke' })));
  const size = side / 26;
  const gap = side / 50;
  const taken = [];
  const meets = (box) => taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
  for (const spot of shown) {
    const [dx, dy] = [spot.x - middle[0], spot.y - middle[1]];
    const [cx, cy] = [middle[0] + dx * Math.cos(turn) - dy * Math.sin(turn), middle[1] + dx * Math.sin(turn) + dy * Math.cos(turn)];
    const dot = [cx - gap / 2, cy - gap / 2, cx + gap / 2, cy + gap / 2];
    if (!spot.area && meets(dot)) continue;
    if (!spot.area) {
      taken.push(dot);
      drawing.append(svg('circle', { cx, cy, r: side / 90, class: 'dot' }));
    }
    const width = (wide(spot.name, 100, 0) * size) / 100;
    const lines = spot.area ? [cx] : [cx + gap, cx - gap - width];
    const left = lines.find((line) => !meets([line, cy - size * 0.7, line + width, cy + size * 0.7]));
    if (left === undefined) continue;
    taken.push([left, cy - size * 0.7, left + width, cy + size * 0.7]);
    drawing.append(svg('text', { x: left, y: cy + side / 75, class: 'label', 'font-size': size }, spot.name));
  }
  return drawing;
}
