// The marks and lettering of the map. `start` is called once, when the map is made; `show` at every change of what is
// shown or selected, with everything to draw as one JSON value. A click answers with the id of the place.
(() => {
  "use strict";
  const { BaseMap, Key, Zoom, drawChips, element, fetchBeside, labels, WORDS } = window.DashboardMap;
  const MERGE = 14; // CSS pixels: closer marks become one
  const REACH = 16; // how far from a mark's middle a click still means it
  const MARGIN = 6; // a mark nearer to the edge than this counts as outside
  const SVG = "http://www.w3.org/2000/svg";
  const AREA_FONT = { country: "600", region: "500", water: "italic 500", other: "500" };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** Rows arrive as arrays, to be short on the way; here they get their names back. */
  function readRow([id, name, lat, lon, kind, family, events, weight, reach, note]) {
    const town = kind === "site" ? name.split(", ").at(-1) : name; // “Kremlin, Moscow” stands in Moscow
    return { id, name, town, lat, lon, kind, family, events, weight, reach, note, filled: events.length > 0 };
  }

  /** Points of a circle on the globe, kilometres wide, for the ring of an area's extent. */
  function ringAround({ lat, lon, reach }) {
    const radians = Math.PI / 180;
    const angle = reach / 6371;
    const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
    return Array.from({ length: 73 }, (_, at) => {
      const bearing = (at * 5 + 0.01) * radians;
      const south = Math.asin(sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing));
      const turn = Math.atan2(
        Math.sin(bearing) * Math.sin(angle) * cosLat,
        Math.cos(angle) - sinLat * Math.sin(south),
      );
      return [south / radians, lon + turn / radians];
    });
  }

  const EventMap = L.Layer.extend({
    initialize(options) {
      this._shapes = options.shapes;
      this._fonts = options.fonts;
      this._rows = { marks: [], areas: [], seas: [] };
      this._selected = new Set();
      this._chosenHere = "";
      this._moved = false;
      this._roots = [];
    },

    onAdd(map) {
      this._pane = map.createPane("dm-marks");
      this._rings = L.layerGroup().addTo(map);
      this._ringPane = map.createPane("dm-rings");
      this._chips = element("div", "dm-chips", "", map.getContainer());
      this._list = element("div", "dm-list", "", map.getContainer());
      this._list.hidden = true;
      for (const box of [this._chips, this._list]) L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(this._list);
      this._pane.addEventListener("click", (event) => this._onClick(event));
      this._list.addEventListener("keydown", (event) => event.key === "Escape" && this._closeList());
      document.fonts?.ready.then(() => this._layout());
    },

    getEvents() {
      return {
        zoom: this._follow,
        zoomanim: this._animate,
        moveend: this._layout,
        resize: this._resize,
        dragstart: this._touched,
        click: this._closeList,
        movestart: this._closeList,
      };
    },

    setSeas(rows) {
      this._rows.seas = rows.map(([name, lat, lon, width]) => ({ name, lat, lon, width }));
      this._layout();
    },

    /** Take over what is to be drawn; the view moves only to a selection that is out of sight. */
    show({ marks, areas, selected, home, event }) {
      const choice = JSON.stringify([event, selected]);
      const news = this._choice !== choice;
      this._rows.marks = marks.map(readRow);
      this._rows.areas = areas.map(readRow);
      this._selected = new Set(selected);
      this._choice = choice;
      const first = !this._home;
      this._home = home;
      if (first) this._resize();
      if (news && !selected.includes(this._chosenHere)) this._seek(!first);
      this._chosenHere = "";
      this._fresh = news && !first;
      this._layout();
      this._fresh = false;
    },

    /** The first view: it holds four fifths of the marks. */
    goHome(animate = true) {
      if (!this._home) return;
      this._moved = false;
      const room = { paddingTopLeft: [44, 26], paddingBottomRight: [84, 34], maxZoom: 6 }; // for controls and labels
      if (animate && !still.matches) this._map.flyToBounds(this._home, { ...room, duration: 0.7 });
      else this._map.fitBounds(this._home, { ...room, animate: false });
    },

    /** Move so that what is selected can be seen; stay where it can be seen already. */
    _seek(animate) {
      const rows = [...this._rows.marks, ...this._rows.areas].filter((row) => this._selected.has(row.id));
      if (!rows.length) return;
      const size = this._map.getSize();
      const inner = L.bounds([40, 24], [size.x - 40, size.y - 28]);
      const points = rows.map((row) => this._map.latLngToContainerPoint(this._nearest(row)));
      if (points.every((point) => inner.contains(point))) return;
      const home = L.latLngBounds(this._home);
      if (!this._moved && rows.every(({ lat, lon }) => home.contains([lat, lon]))) this.goHome(animate);
      else this._goTo(rows, animate);
    },

    _goTo(rows, animate) {
      const bounds = L.latLngBounds(rows.map((row) => this._nearest(row)));
      const zoom = Math.min(this._map.getZoom(), this._map.getBoundsZoom(bounds, false, L.point(120, 90)));
      if (animate && !still.matches) this._map.flyTo(bounds.getCenter(), zoom, { duration: 0.7 });
      else this._map.setView(bounds.getCenter(), zoom, { animate: false });
    },

    /** The reader took the map in hand: from now on no new size of the frame moves it. */
    _touched() {
      this._moved = true;
    },

    _resize() {
      this._map.setMinZoom(Math.floor(4 * Math.log2(this._map.getSize().x / 256)) / 4); // the world once, not thrice
      if (!this._moved) this.goHome(false);
      else this._layout();
    },

    /** The copy of a point that lies nearest to the middle of the view: the world repeats beyond 180°. */
    _nearest({ lat, lon }) {
      const turns = Math.round((this._map.getCenter().lng - lon) / 360);
      return L.latLng(lat, lon + 360 * turns);
    },

    _follow() {
      for (const { node, at } of this._roots) L.DomUtil.setPosition(node, this._map.latLngToLayerPoint(at));
    },

    _animate({ zoom, center }) {
      for (const { node, at } of this._roots) {
        L.DomUtil.setPosition(node, this._map._latLngToNewLayerPoint(at, zoom, center));
      }
    },

    /** Draw everything anew for the present view. */
    _layout() {
      if (!this._map || !this._home) return;
      const focused = this._pane.contains(document.activeElement) ? document.activeElement.dataset.place : null;
      const size = this._map.getSize();
      const inside = L.bounds([MARGIN, MARGIN], [size.x - MARGIN, size.y - MARGIN]);
      const marks = this._rows.marks.map((row) => this._locate(row));
      const groups = this._merge(marks.filter((mark) => inside.contains(mark.point)));
      const outside = marks.filter((mark) => !inside.contains(mark.point)).sort((a, b) => b.weight - a.weight);
      const boxes = groups.map((group) => this._markBox(group));
      const chips = drawChips(this._chips, outside, size, boxes, (rows) => this._bringIn(rows));
      const areas = this._rows.areas.map((row) => this._locate(row)).filter((area) => this._inSight(area.point, size));
      this._pane.replaceChildren();
      this._roots = [];
      this._rings.clearLayers();
      const frame = { left: 3, top: 3, right: size.x - 3, bottom: size.y - 3 };
      const taken = [...this._furniture(), ...chips, ...boxes];
      this._placeAll(groups, areas, taken, frame);
      if (focused) this._pane.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
    },

    _locate(row) {
      const at = this._nearest(row);
      return { ...row, at, point: this._map.latLngToContainerPoint(at) };
    },

    _inSight(point, size) {
      return point.x > 0 && point.y > 0 && point.x < size.x && point.y < size.y;
    },

    /** Boxes of the controls, which labels keep clear of. */
    _furniture() {
      const frame = this._map.getContainer().getBoundingClientRect();
      return [...this._map.getContainer().querySelectorAll(".leaflet-bar, .dm-button, .dm-credits")].map((node) => {
        const box = node.getBoundingClientRect();
        return {
          left: box.left - frame.left,
          right: box.right - frame.left,
          top: box.top - frame.top,
          bottom: box.bottom - frame.top,
        };
      });
    },

    /** Marks closer than MERGE pixels become one, under the mark that weighs most. */
    _merge(marks) {
      const groups = [];
      const heavyFirst = [...marks].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
      for (const mark of heavyFirst) {
        const near = groups
          .filter((group) => group.point.distanceTo(mark.point) < MERGE)
          .sort((a, b) => a.point.distanceTo(mark.point) - b.point.distanceTo(mark.point))[0];
        if (near) near.members.push(mark);
        else groups.push({ point: mark.point, at: mark.at, members: [mark] });
      }
      return groups.map((group) => this._describe(group));
    },

    /** What a mark, single or merged, shows: its colour, size and words. */
    _describe(group) {
      const { members } = group;
      const events = new Set(members.flatMap((member) => member.events));
      const families = new Set(members.filter((member) => member.filled).map((member) => member.family));
      const chosen = members.filter((member) => this._selected.has(member.id));
      return {
        ...group,
        events: events.size,
        filled: events.size > 0,
        family: families.size === 1 ? [...families][0] : "",
        selected: chosen.length > 0,
        words: this._nameOf(chosen.length ? chosen : members, events.size, chosen.length > 0),
        weight: members.reduce((sum, member) => sum + member.weight, 0),
        radius: events.size ? Math.min(9.5, 4 + 1.5 * Math.sqrt(events.size)) : 4.5,
      };
    },

    /** “Berlin–Potsdam, 5”: the towns that weigh most, two at most, then the number of events. */
    _nameOf(members, events, chosen) {
      const names = new Set(members.map((member) => (chosen || members.length === 1 ? member.name : member.town)));
      const name = [...names].slice(0, 2).sort().join("–");
      return events > 1 && !chosen ? `${name}, ${events}` : name;
    },

    _markBox({ point, radius, selected }) {
      const half = radius + (selected ? 6 : 2);
      return { left: point.x - half, right: point.x + half, top: point.y - half, bottom: point.y + half, owner: point };
    },

    _placeAll(groups, areas, taken, frame) {
      const bySelection = (a, b) => Number(b.selected) - Number(a.selected) || b.weight - a.weight;
      for (const area of areas) area.selected = this._selected.has(area.id);
      const entries = [
        ...areas.filter((area) => area.selected).map((area) => this._areaEntry(area)),
        ...[...groups].sort(bySelection).map((group) => this._markEntry(group)),
        ...areas.filter((area) => !area.selected).sort(bySelection).map((area) => this._areaEntry(area)),
        ...this._seaEntries(areas),
      ];
      const places = labels.place(entries, taken, frame);
      entries.forEach((entry, at) => entry.draw(places[at]));
    },

    _markEntry(group) {
      const weight = group.selected ? 700 : group.filled ? 600 : 500;
      const width = labels.measure(group.words, `${weight} 13px ${this._fonts.sans}`);
      const offsets = labels.around(group.radius + (group.selected ? 4 : 0), width, 16);
      const { x, y } = group.point;
      const draw = (place) => this._drawMark(group, place, weight);
      return { x, y, width, height: 16, offsets, forced: group.selected, owner: group.point, draw };
    },

    _areaEntry(area) {
      const across = this._pixelsOf(area);
      const size = Math.round(Math.max(12, Math.min(17, 10.5 + across / 90)));
      const spacing = area.kind === "water" ? 1 : Math.max(1.2, Math.min(5, across / 140));
      const words = area.kind === "country" ? area.name.toLocaleUpperCase() : area.name;
      const family = area.kind === "water" ? this._fonts.serif : this._fonts.sans;
      const font = `${AREA_FONT[area.kind] ?? AREA_FONT.other} ${size}px ${family}`;
      const width = labels.measure(words, font, spacing);
      const offsets = labels.over(width, size + 3, across / 2);
      const draw = (place) => this._drawArea({ ...area, words, font, spacing, across }, place);
      return { x: area.point.x, y: area.point.y, width, height: size + 3, offsets, forced: area.selected, draw };
    },

    /** Sea names fill what room is left; one that a document names is lettered as its area already. */
    _seaEntries(areas) {
      const size = this._map.getSize();
      const named = areas.filter((area) => area.kind === "water").map((area) => area.name.toLowerCase());
      return this._rows.seas
        .map((sea) => this._locate(sea))
        .filter((sea) => this._inSight(sea.point, size) && !named.some((name) => sea.name.toLowerCase().includes(name)))
        .map((sea) => {
          const across = this._pixelsOf({ ...sea, reach: sea.width / 2 });
          const height = Math.round(Math.max(12, Math.min(19, 9 + across / 32)));
          const font = `italic 400 ${height}px ${this._fonts.serif}`;
          const spacing = Math.min(3, across / 260);
          const width = labels.measure(sea.name, font, spacing);
          const offsets = across * 1.15 < width ? [] : labels.over(width, height + 4, height);
          const draw = (place) => place && this._drawSea(sea, place, font, spacing);
          return { x: sea.point.x, y: sea.point.y, width, height: height + 4, offsets, draw };
        })
        .filter((entry) => entry.offsets.length);
    },

    /** How many pixels an area reaches from side to side at this zoom. */
    _pixelsOf({ lat, reach }) {
      const world = 256 * 2 ** this._map.getZoom();
      return (2 * reach * world) / (40075 * Math.cos((lat * Math.PI) / 180));
    },

    _root(name, className, at) {
      const node = element(name, className, "", this._pane);
      L.DomUtil.setPosition(node, this._map.latLngToLayerPoint(at));
      if (this._map.options.zoomAnimation) L.DomUtil.addClass(node, "leaflet-zoom-animated");
      this._roots.push({ node, at });
      return node;
    },

    _drawMark(group, place, weight) {
      const node = this._root("button", "dm-mark", group.at);
      const half = Math.max(10, group.radius + 3);
      Object.assign(node.style, { width: `${2 * half}px`, height: `${2 * half}px`, margin: `${-half}px 0 0 ${-half}px` });
      node.type = "button";
      node.dataset.place = group.members[0].id;
      node.setAttribute("aria-label", group.members.map((member) => `${member.name}: ${member.note}`).join(" · "));
      node.setAttribute("aria-pressed", String(group.selected));
      node.classList.toggle("dm-selected", group.selected);
      node.classList.toggle("dm-merged", group.members.length > 1);
      node.style.zIndex = group.selected ? 3 : group.filled ? 2 : 1;
      const colour = group.family ? `var(--${group.family})` : "var(--ink)";
      node.append(this.glyph({ ...group, colour, half }));
      if (group.members.length === 1) this._hoverCard(node, group.members[0], half);
      if (!place) return void node.classList.add("dm-unlabelled");
      const label = element("span", group.filled ? "dm-label" : "dm-label dm-spoken", group.words, node);
      label.style.fontWeight = weight;
      label.style.left = `${half + place.offset[0]}px`;
      label.style.top = `${half + place.offset[1]}px`;
    },

    /** Name and counts, shown while the pointer or the keyboard rests on the mark. */
    _hoverCard(node, row, half) {
      const card = element("span", "dm-card", "", node);
      element("b", "", row.name, card);
      element("span", "", row.note, card);
      const { x, y } = this._map.latLngToContainerPoint(this._nearest(row));
      const size = this._map.getSize();
      card.style[x > size.x * 0.6 ? "right" : "left"] = `${half}px`;
      card.style[y > size.y * 0.5 ? "bottom" : "top"] = `${2 * half + 4}px`;
    },

    /** The shape of a mark as SVG: filled for what happened, hollow for what is only spoken of, ringed when selected. */
    glyph({ filled, family, colour, radius, selected, half = radius + 3 }) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("viewBox", `${-half} ${-half} ${2 * half} ${2 * half}`);
      svg.setAttribute("width", 2 * half);
      svg.setAttribute("height", 2 * half);
      svg.setAttribute("aria-hidden", "true");
      const draw = (name, attributes) => {
        const shape = document.createElementNS(SVG, name);
        for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
        svg.append(shape);
      };
      if (selected) {
        draw("circle", { r: radius + 4.5, class: "dm-ring-ground" });
        draw("circle", { r: radius + 4.5, class: this._fresh ? "dm-ring dm-ping" : "dm-ring" });
      }
      if (filled) {
        const d = this._shapes[family] ?? this._shapes.meeting;
        const shape = { d, transform: `scale(${radius})`, class: "dm-filled", style: `fill:${colour}` };
        draw("path", shape);
      } else draw("circle", { r: radius, class: "dm-hollow" });
      return svg;
    },

    _drawArea(area, place) {
      const ring = area.reach > 0 && area.across > 24 && (area.selected || place) ? this._drawRing(area) : null;
      if (!place) return;
      const node = this._root("button", `dm-area dm-${area.kind}`, area.at);
      node.type = "button";
      node.dataset.place = area.id;
      node.setAttribute("aria-label", `${area.name}: ${area.note}`);
      node.setAttribute("aria-pressed", String(area.selected));
      node.title = area.note;
      node.classList.toggle("dm-selected", area.selected);
      node.classList.toggle("dm-spoken", !area.filled);
      const label = element("span", "dm-lettering", area.words, node);
      this._letter(node, label, area, place);
      const light = (on) => () => ring?.getElement()?.classList.toggle("dm-lit", on);
      for (const name of ["mouseenter", "focus"]) node.addEventListener(name, light(true));
      for (const name of ["mouseleave", "blur"]) node.addEventListener(name, light(false));
    },

    /**
     * The extent of an area: a hairline ring, never a filled disc. Where nothing happened it shows only under the
     * pointer, so that twenty countries named in passing do not hide the map.
     */
    _drawRing(area) {
      const shift = area.at.lng - area.lon;
      const points = ringAround(area).map(([lat, lon]) => [lat, lon + shift]);
      const className = `dm-extent${area.selected ? " dm-selected" : ""}${area.filled ? "" : " dm-spoken"}`;
      return L.polygon(points, { fill: false, interactive: false, className, pane: "dm-rings" }).addTo(this._rings);
    },

    _drawSea(sea, place, font, spacing) {
      const node = this._root("div", "dm-sea", sea.at);
      node.setAttribute("aria-hidden", "true");
      this._letter(node, element("span", "", sea.name, node), { font, spacing }, place);
    },

    /** Set lettering beside its point: the box moves, so that pointer and keyboard find it where it is read. */
    _letter(node, label, { font, spacing }, { offset }) {
      node.style.margin = `${offset[1]}px 0 0 ${offset[0]}px`;
      label.style.font = font;
      label.style.letterSpacing = `${spacing}px`;
    },

    /** A click means the nearest mark whose middle is within REACH, else the label or lettering it fell on. */
    _onClick(event) {
      L.DomEvent.stop(event);
      if (this._map.dragging?.moved()) return;
      const button = event.target.closest("button");
      if (!button) return;
      const near = event.detail && !event.target.closest(".dm-label, .dm-lettering") ? this._markNear(event) : null;
      const id = (near ?? button).dataset.place;
      const group = this._groupOf(id);
      if (group && group.members.length > 1) this._openList(group);
      else this._pick(id);
    },

    _markNear(event) {
      const marks = [...this._pane.querySelectorAll(".dm-mark")].map((node) => {
        const box = node.getBoundingClientRect();
        const away = Math.hypot(event.clientX - (box.left + box.right) / 2, event.clientY - (box.top + box.bottom) / 2);
        return { node, away };
      });
      marks.sort((a, b) => a.away - b.away);
      return marks.length && marks[0].away <= REACH ? marks[0].node : null;
    },

    _groupOf(id) {
      const size = this._map.getSize();
      const inside = L.bounds([MARGIN, MARGIN], [size.x - MARGIN, size.y - MARGIN]);
      const marks = this._rows.marks.map((row) => this._locate(row)).filter((mark) => inside.contains(mark.point));
      return this._merge(marks).find((group) => group.members[0].id === id);
    },

    /** A merged mark opens as a list of its places. */
    _openList({ members, point }) {
      this._list.replaceChildren();
      for (const member of members) {
        const row = element("button", "dm-list-row", "", this._list);
        row.type = "button";
        row.dataset.place = member.id;
        const colour = member.family ? `var(--${member.family})` : "var(--ink)";
        row.append(this.glyph({ ...member, colour, radius: 5, selected: false }));
        element("b", "", member.name, row);
        element("span", "", member.note, row);
        row.addEventListener("click", () => {
          this._closeList();
          this._pick(member.id);
        });
      }
      this._list.hidden = false;
      const size = this._map.getSize();
      const { offsetWidth: width, offsetHeight: height } = this._list;
      this._list.style.left = `${Math.max(6, Math.min(size.x - width - 6, point.x + 14))}px`;
      this._list.style.top = `${Math.max(6, Math.min(size.y - height - 6, point.y - height / 2))}px`;
      this._list.firstChild.focus({ preventScroll: true });
    },

    _closeList() {
      this._list.hidden = true;
    },

    _bringIn(rows) {
      this._moved = true;
      this._goTo(rows, true);
    },

    /** Mark the place at once and tell the dashboard, without waiting for streamlit-folium's quarter of a second. */
    _pick(id) {
      this._selected = new Set([id]);
      this._chosenHere = id;
      this._fresh = true;
      this._layout();
      this._fresh = false;
      const memory = window.__GLOBAL_DATA__;
      if (!memory || !window.Streamlit) return;
      const answer = {
        last_object_clicked_count: (memory.last_object_clicked_count ?? 0) + 1,
        last_object_clicked_tooltip: id,
      };
      Object.assign(memory, answer, { previous_data: answer });
      window.Streamlit.setComponentValue(answer);
    },
  });

  let shown = null;

  /** Make the map ready, once: the ground, the frame and an empty layer of marks. */
  function start(map, options) {
    const frame = map.getContainer();
    Object.assign(frame.style, { width: "100%", height: "100vh" });
    frame.classList.add("dm-map");
    map.invalidateSize({ animate: false });
    // streamlit-folium reports a first "nothing clicked", and a whole run of the page follows, unless it is null
    if (window.__GLOBAL_DATA__) window.__GLOBAL_DATA__.last_object_clicked_count = null;
    const ground = new BaseMap().addTo(map);
    const marks = new EventMap(options);
    new Zoom({ position: "topleft", goHome: () => marks.goHome() }).addTo(map);
    const key = new Key(ground, (look) => marks.glyph(look), options.families).addTo(map);
    marks.addTo(map);
    ground.ready.catch(() => key.say(WORDS.noGround));
    fetchBeside("seas.json").then((rows) => marks.setSeas(rows), () => undefined);
    shown = { frame, ground, key, marks, borders: false, tiles: false };
  }

  /** Draw what the dashboard sends: colours, marks, areas, selection, and the state of the two switches. */
  function show(data) {
    const { frame, ground, key, marks } = shown;
    for (const [name, colour] of Object.entries(data.colours)) frame.style.setProperty(`--${name}`, colour);
    frame.dataset.theme = data.theme;
    if (shown.theme !== data.theme) ground.setColours(data.colours);
    if (shown.borders !== data.borders) key.setBorders(data.borders);
    if (shown.tiles !== data.tiles) key.setTiles(data.tiles);
    Object.assign(shown, { theme: data.theme, borders: data.borders, tiles: data.tiles });
    marks.show(data);
  }

  Object.assign(window.DashboardMap, { start, show });
})();
