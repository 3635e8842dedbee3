// The map of events. `start` is called once, when the map is made; `show` at every change of what is shown or selected,
// with everything to draw as one JSON value. A click answers with the id of the place.
(() => {
  "use strict";
  const { BaseMap, Drawing, Key, Zoom, cells, drawChips, element, fetchBeside, keys, marks, WORDS } = window.DashboardMap;
  const REACH = 16; // CSS pixels from a mark's middle within which a click still means it
  const MARGIN = 6; // a mark nearer to the edge than this counts as outside
  const FLIGHT = 0.7; // seconds
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  const EventMap = L.Layer.extend({
    initialize({ shapes, fonts, families }) {
      this._type = { shapes, fonts, families: families.map(([key]) => key) };
      this._marks = [];
      this._cells = [];
      this._areas = [];
      this._seas = [];
      this._selected = new Set();
      this._groups = [];
      this._roots = [];
      this._inHand = false;
      this._styled = false; // until then nothing can be measured, and nothing is seen
    },

    onAdd(map) {
      this._pane = map.createPane("dm-marks");
      map.createPane("dm-rings");
      this._rings = L.layerGroup().addTo(map);
      this._chips = element("div", "dm-chips", "", map.getContainer());
      this._list = element("div", "dm-list", "", map.getContainer());
      this._list.hidden = true;
      this._caption = cells.caption(map.getContainer());
      this._asking = new cells.Asking(map, (question) => this._answer(question));
      for (const box of [this._chips, this._list]) L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(this._list);
      this._pane.addEventListener("click", (event) => this._onClick(event));
      keys.listen(this._pane);
      this._list.addEventListener("keydown", (event) => event.key === "Escape" && this._closeList());
    },

    getEvents() {
      return {
        zoom: () => Drawing.follow(this._roots, (at) => this._map.latLngToLayerPoint(at)),
        zoomanim: ({ zoom, center }) =>
          Drawing.follow(this._roots, (at) => this._map._latLngToNewLayerPoint(at, zoom, center)),
        moveend: this._moved,
        resize: this._resize,
        dragstart: this._takeInHand,
        click: this._closeList,
        movestart: this._closeList,
      };
    },

    setSeas(rows) {
      this._seas = rows.map(([name, lat, lon, width]) => ({ name, lat, lon, reach: width / 2 }));
      this._layout();
    },

    /** Take over what is to be drawn; the view moves only to a selection that is out of sight, or to what the map is of
     *  from now on. */
    show({ marks: rows, areas, cells: counted = [], grid = null, caption, selected, home, event, about }) {
      const choice = JSON.stringify([event, selected]);
      const news = this._choice !== choice;
      const first = !this._home;
      const another = !first && this._about !== about;
      this._marks = rows.map(marks.readRow);
      this._areas = areas.map(marks.readRow);
      this._cells = counted.map(cells.readCell);
      this._caption(caption);
      this._selected = new Set(selected);
      this._choice = choice;
      this._home = home;
      this._about = about;
      if (first) this._resize();
      if (another) this.goHome(false);
      if (news && !selected.includes(this._chosenHere)) this._seek(!first && !another);
      this._chosenHere = "";
      this._layout({ fresh: news && !first });
      this._asking.answered(grid);
    },

    _moved() {
      this._layout();
      this._asking.check();
    },

    /** The first view: it holds four fifths of the marks. */
    goHome(animate = true) {
      if (!this._home) return;
      this._inHand = false;
      this._fit(this._home, { maxZoom: 6, animate });
    },

    /** Move so that what is selected can be seen; stay where it can be seen already. */
    _seek(animate) {
      const rows = [...this._marks, ...this._areas].filter((row) => this._selected.has(row.id));
      const { x, y } = this._map.getSize();
      const inner = L.bounds([40, 24], [x - 40, y - 28]);
      if (rows.every((row) => inner.contains(this._locate(row).point))) return;
      const home = L.latLngBounds(this._home);
      if (!this._inHand && rows.every(({ lat, lon }) => home.contains([lat, lon]))) this.goHome(animate);
      else this._goTo(rows, animate);
    },

    _goTo(rows, animate) {
      const bounds = L.latLngBounds(rows.map((row) => this._locate(row).at));
      const zoom = Math.min(this._map.getZoom(), this._map.getBoundsZoom(bounds, false, L.point(120, 90)));
      if (animate && !still.matches) this._map.flyTo(bounds.getCenter(), zoom, { duration: FLIGHT });
      else this._map.setView(bounds.getCenter(), zoom, { animate: false });
    },

    /** From now on the reader decides what is in view, and no new size of the frame moves it. */
    _takeInHand() {
      this._inHand = true;
    },

    _resize() {
      this._map.setMinZoom(Math.floor(4 * Math.log2(this._map.getSize().x / 256)) / 4); // the world once, not thrice
      if (this._inHand) this._layout();
      else this.goHome(false);
    },

    /** Draw, the first time too, now that there is style to measure by or it has changed. */
    refresh() {
      this._styled = true;
      this._layout();
    },

    /** A row with where it stands now: on the copy of the world nearest to the middle, which repeats beyond 180°. */
    _locate(row) {
      const turns = Math.round((this._map.getCenter().lng - row.lon) / 360);
      const at = L.latLng(row.lat, row.lon + 360 * turns);
      return { ...row, at, point: this._map.latLngToContainerPoint(at), selected: this._selected.has(row.id) };
    },

    /** Draw everything anew for the present view. */
    _layout({ fresh = false } = {}) {
      if (!this._map || !this._home || !this._styled) return;
      const focused = this._pane.contains(document.activeElement) ? document.activeElement.dataset.place : null;
      const size = this._map.getSize();
      const inside = L.bounds([MARGIN, MARGIN], [size.x - MARGIN, size.y - MARGIN]);
      const locate = (row) => this._locate(row);
      const located = this._marks.map(locate);
      this._groups = marks.merge(located.filter((mark) => inside.contains(mark.point)), this._selected);
      if (this._cells.length) this._groups = [...this._circles(locate), ...this._groups];
      const outside = located.filter((mark) => !inside.contains(mark.point)).sort((a, b) => b.weight - a.weight);
      const boxes = this._groups.map(Drawing.markBox);
      const chips = drawChips(this._chips, outside, size, boxes, (rows) => this._bringIn(rows));
      this._pane.replaceChildren();
      this._rings.clearLayers();
      const drawing = new Drawing(this._map, { pane: this._pane, rings: this._rings, fresh, ...this._type });
      const taken = [...this._furniture(), ...chips, ...boxes];
      this._roots = drawing.draw(this._groups, this._areas.map(locate), this._seas.map(locate), taken);
      if (focused) this._pane.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
      keys.rove(this._pane);
    },

    /** The cells in view, the fullest first. */
    _circles(locate) {
      const { x, y } = this._map.getSize();
      const seen = L.bounds([-20, -20], [x + 20, y + 20]);
      const inView = this._cells.map(locate).filter((cell) => seen.contains(cell.point));
      const most = inView.reduce((top, cell) => Math.max(top, cell.events), 1);
      return inView.map((cell) => cells.describe(cell, most, this._type.fonts.sans));
    },

    /** Boxes of the controls, which labels keep clear of: the map's own, and those that the page lays over its frame. */
    _furniture() {
      const boxes = (root, which, around) =>
        [...root.querySelectorAll(which)].map((node) => {
          const { left, right, top, bottom } = node.getBoundingClientRect();
          const { left: x, top: y } = around.getBoundingClientRect();
          return { left: left - x, right: right - x, top: top - y, bottom: bottom - y };
        });
      const [own, frame] = [this._map.getContainer(), window.frameElement]; // no frame in a page of its own
      const over = frame ? boxes(frame.ownerDocument, ".st-key-map_tools", frame) : [];
      return [...boxes(own, ".leaflet-bar, .dm-button, .dm-credits, .dm-caption", own), ...over];
    },

    /** A click means the nearest mark whose middle is within REACH, else the label or lettering it fell on. */
    _onClick(event) {
      L.DomEvent.stop(event);
      if (this._map.dragging?.moved()) return;
      const button = event.target.closest("button");
      if (!button) return;
      const onText = event.detail === 0 || event.target.closest(".dm-label, .dm-lettering"); // 0: by keyboard
      const id = (!onText && this._markNear(event))?.members?.[0].id ?? button.dataset.place;
      const group = this._groups.find((one) => one.members[0].id === id);
      if (group?.members.length > 1) this._openList(group);
      else if (group?.cell && id.startsWith("area:")) this._enter(group.cell);
      else this._pick(id);
    },

    _markNear(event) {
      const clicked = this._map.mouseEventToContainerPoint(event);
      const away = (group) => group.point.distanceTo(clicked);
      const [nearest] = [...this._groups].sort((a, b) => away(a) - away(b));
      return nearest && away(nearest) <= REACH ? nearest : null;
    },

    /** A merged mark opens as a list of its places. */
    _openList({ members, point }) {
      this._list.replaceChildren();
      for (const member of members) {
        const row = element("button", "dm-list-row", "", this._list);
        row.type = "button";
        row.dataset.place = member.id;
        row.append(marks.glyph(this._type.shapes, { ...member, radius: 5, selected: false }));
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
      this._takeInHand();
      this._goTo(rows, true);
    },

    /** Go into a square of several places, and have the dashboard narrow to it. */
    _enter({ id, box: [south, west, north, east] }) {
      this._takeInHand();
      this._answer(id);
      this._fit([[south, west], [north, east]], { maxZoom: this._map.getMaxZoom() });
    },

    /** Show bounds whole, with room for controls and labels; views/cell_grid.py reckons with the same. */
    _fit(bounds, { maxZoom, animate = true }) {
      const room = { paddingTopLeft: [44, 26], paddingBottomRight: [84, 34], maxZoom };
      if (animate && !still.matches) this._map.flyToBounds(bounds, { ...room, duration: FLIGHT });
      else this._map.fitBounds(bounds, { ...room, animate: false });
    },

    /** Mark the place at once and tell the dashboard. */
    _pick(id) {
      this._selected = new Set([id]);
      this._chosenHere = id;
      this._layout({ fresh: true });
      this._answer(id);
    },

    /** Tell the dashboard, without waiting for streamlit-folium's quarter of a second. */
    _answer(id) {
      const memory = window.__GLOBAL_DATA__;
      if (!memory || !window.Streamlit) return; // a page of its own, outside the dashboard
      const answer = {
        last_object_clicked_count: (memory.last_object_clicked_count ?? 0) + 1,
        last_object_clicked_tooltip: id,
      };
      Object.assign(memory, answer, { previous_data: answer });
      window.Streamlit.setComponentValue(answer);
    },
  });

  /** Wait for the style sheets, without which nothing has its place or size, then for the fonts they ask for. */
  async function whenStyled(frame, refresh) {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
    frame.style.visibility = "hidden";
    await Promise.all(links.map((link) => new Promise((done) => (link.onload = link.onerror = done))));
    frame.style.visibility = "";
    refresh();
    await document.fonts.ready;
    refresh();
  }

  let shown = null;

  /** Make the map ready, once: the ground, the frame and an empty layer of marks. */
  function start(map, options) {
    const frame = map.getContainer();
    Object.assign(frame.style, { width: "100%", height: "100vh" });
    frame.classList.add("dm-map");
    if (window.frameElement) window.frameElement.title = "Map"; // streamlit-folium gives it the name of a module
    map.invalidateSize({ animate: false });
    // streamlit-folium reports a first "nothing clicked", and a whole run of the page follows, unless it is null
    if (window.__GLOBAL_DATA__) window.__GLOBAL_DATA__.last_object_clicked_count = null;
    const ground = new BaseMap().addTo(map);
    const layer = new EventMap(options);
    new Zoom({ position: "topleft", goHome: () => layer.goHome() }).addTo(map);
    const key = new Key(ground, (look) => marks.glyph(options.shapes, look), options).addTo(map);
    layer.addTo(map);
    whenStyled(frame, () => layer.refresh());
    ground.ready.catch(() => key.say(WORDS.noGround));
    fetchBeside("seas.json").then((rows) => layer.setSeas(rows), () => key.say(WORDS.noGround));
    shown = { frame, ground, layer };
  }

  /** Draw what the dashboard sends: colours, marks, areas and selection. */
  function show(data) {
    const { frame, ground, layer } = shown;
    for (const [name, colour] of Object.entries(data.colours)) frame.style.setProperty(`--${name}`, colour);
    frame.dataset.theme = data.theme;
    if (shown.theme !== data.theme) ground.setColours(data.colours);
    shown.theme = data.theme;
    layer.show(data);
  }

  Object.assign(window.DashboardMap, { start, show });
})();
