// The ground of the map: sea, graticule, land, coast and, when wanted, today's borders, on one canvas that is drawn
// again after each move. Everything comes from this machine's static folder, fetched once.
(() => {
  "use strict";
  const FOLDER = new URL(".", document.currentScript.src);
  const EDITION = new URL(document.currentScript.src).search;
  const FARTHEST = 85.0511; // latitude where Web Mercator ends
  const HAIRLINE = 0.6; // CSS pixels

  /** Fetch a JSON file that stands beside this script. */
  async function fetchBeside(name) {
    const answer = await fetch(new URL(name + EDITION, FOLDER));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }

  /** Longitude and latitude as a point of the unit square of Web Mercator.
   * @returns {[number, number]} */
  function toUnit(lon, lat) {
    const angle = (Math.max(-FARTHEST, Math.min(FARTHEST, lat)) * Math.PI) / 180;
    return [(lon + 180) / 360, (1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2];
  }

  /**
   * A path along arcs of a TopoJSON file, each a point and then steps from point to point, with the square of the world
   * it lies in and whether some of it is the map's own edge, which is no coast; with `coast` that part is left out.
   * Goes from step to path without a list between: the first view of the map waits for sixty thousand of them.
   */
  function trace(arcs, { scale, translate }, coast) {
    const path = new Path2D();
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let edged = false;
    for (const arc of arcs) {
      let [column, row, begun, onEdge] = [0, 0, false, false];
      for (const [right, down] of arc) {
        column += right;
        row += down;
        const lon = column * scale[0] + translate[0];
        const lat = row * scale[1] + translate[1];
        const [x, y] = toUnit(lon, lat);
        const cut = Math.abs(lon) > 179.99 || lat < -FARTHEST;
        const along = begun && cut && onEdge;
        if (!begun || (coast && along)) path.moveTo(x, y);
        else path.lineTo(x, y);
        [begun, onEdge, edged] = [true, cut, edged || along];
        if (x < box[0]) box[0] = x;
        if (y < box[1]) box[1] = y;
        if (x > box[2]) box[2] = x;
        if (y > box[3]) box[3] = y;
      }
    }
    return { path, box, edged };
  }

  /** A shape to draw: its outline, the part of the outline that is coast, and the square of the world it lies in. */
  class Shape {
    constructor(arcs, transform) {
      const { path, box, edged } = trace(arcs, transform, false);
      this.area = path;
      this.line = edged ? trace(arcs, transform, true).path : path;
      this.box = box;
    }

    touches([left, top, right, bottom]) {
      return this.box[0] <= right && this.box[2] >= left && this.box[1] <= bottom && this.box[3] >= top;
    }
  }

  /** How many degrees lie between two lines of the graticule: about 80 to 160 pixels. */
  function graticuleStep(zoom) {
    return zoom < 2 ? 30 : zoom < 3.25 ? 20 : zoom < 4.5 ? 10 : zoom < 5.75 ? 5 : zoom < 7 ? 2 : 1;
  }

  const BaseMap = L.Renderer.extend({
    options: { padding: 0.4, pane: "tilePane" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._land = [];
      this._borders = null;
      this._showBorders = false;
      this._colours = null;
      this.ready = fetchBeside("land.json").then(({ arcs, objects, transform }) => {
        this._land = objects.land.arcs.map((polygon) => new Shape(polygon.map(([arc]) => arcs[arc]), transform));
        this._paint();
      });
    },

    setColours(colours) {
      this._colours = colours;
      this._paint();
    },

    /** Show or hide today's borders; they are fetched when first wanted. */
    setBorders(shown) {
      this._showBorders = shown;
      if (shown && !this._borders) {
        this._borders = [];
        return fetchBeside("borders.json").then(({ arcs, transform }) => {
          this._borders = arcs.map((arc) => new Shape([arc], transform));
          this._paint();
        });
      }
      this._paint();
      return Promise.resolve();
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas", "dm-ground");
      this._container.setAttribute("aria-hidden", "true");
    },

    _destroyContainer() {
      L.DomUtil.remove(this._container);
      delete this._container;
    },

    _updatePaths() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = size.x * ratio;
      this._container.height = size.y * ratio;
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      this._paint();
      this.fire("update");
    },

    _paint() {
      if (!this._map || !this._bounds || !this._colours) return;
      const context = this._container.getContext("2d");
      const ratio = window.devicePixelRatio || 1;
      const world = 256 * 2 ** this._zoom;
      const corner = this._bounds.min.add(this._map.getPixelOrigin());
      const size = this._bounds.getSize();
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillStyle = this._colours.sea;
      context.fillRect(0, 0, size.x, size.y);
      context.lineJoin = "round";
      const first = Math.floor(corner.x / world);
      const last = Math.floor((corner.x + size.x) / world);
      for (let copy = first; copy <= last; copy += 1) {
        context.setTransform(ratio * world, 0, 0, ratio * world, ratio * (copy * world - corner.x), -ratio * corner.y);
        const left = corner.x / world - copy;
        const top = corner.y / world;
        this._paintWorld(context, 1 / world, [left, top, left + size.x / world, top + size.y / world]);
      }
    },

    /** Paint one copy of the world; `pixel` is a CSS pixel in units of the world's width. */
    _paintWorld(context, pixel, view) {
      const { land, coast, secondary } = this._colours;
      const shapes = this._land.filter((shape) => shape.touches(view));
      const shore = new Path2D(); // in one piece, or the shading of neighbouring islands would add up
      for (const shape of shapes) shore.addPath(shape.line);
      const stroke = (colour, alpha, width, dash = []) => {
        context.strokeStyle = colour;
        context.globalAlpha = alpha;
        context.lineWidth = width * pixel;
        context.setLineDash(dash.map((length) => length * pixel));
      };
      const depth = Math.max(0, Math.min(1, (this._zoom - 1.5) / 2));
      for (const [alpha, width] of depth ? [[0.1, 9], [0.13, 4]] : []) {
        stroke(coast, alpha * depth, width);
        context.stroke(shore);
      }
      const graticule = this._graticule();
      stroke(coast, 0.55, HAIRLINE);
      context.stroke(graticule);
      context.globalAlpha = 1;
      context.fillStyle = land;
      for (const shape of shapes) context.fill(shape.area, "evenodd");
      stroke(coast, 0.22, HAIRLINE);
      context.stroke(graticule);
      stroke(coast, 1, this._zoom < 2.5 ? 0.6 : 0.9);
      context.stroke(shore);
      if (this._showBorders) {
        stroke(secondary, 0.7, 0.9, [4, 2.5]);
        for (const shape of this._borders) if (shape.touches(view)) context.stroke(shape.line);
      }
      context.globalAlpha = 1;
      context.setLineDash([]);
    },

    _graticule() {
      const step = graticuleStep(this._zoom);
      const lines = new Path2D();
      for (let lon = -180; lon < 180; lon += step) {
        lines.moveTo(...toUnit(lon, FARTHEST));
        lines.lineTo(...toUnit(lon, -FARTHEST));
      }
      for (let lat = -90 + step; lat < 90; lat += step) {
        lines.moveTo(...toUnit(-180, lat));
        lines.lineTo(...toUnit(180, lat));
      }
      return lines;
    },
  });

  window.DashboardMap = { BaseMap, fetchBeside };
})();
