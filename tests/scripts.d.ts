// What the browser's scripts find there besides the browser itself, and where they take less care than TypeScript would
// wish: what is looked up by a selector may be any element, and the browser writes numbers down by itself.

declare const L: any; // Leaflet

interface Window {
  DashboardMap: any; // ours: the map's parts, which hand one another what they share
  __GLOBAL_DATA__: any; // streamlit-folium's
  Streamlit: any;
}

interface EventTarget {
  closest?(selectors: string): HTMLElement | null;
}

interface SVGScriptElement {
  src: string;
}

interface Element {
  dataset: DOMStringMap;
  title: string;
  sheet: CSSStyleSheet | null;
  onload: any;
  onerror: any;
  setAttribute(name: string, value: string | number | boolean): void;
}

interface HTMLElement {
  disabled: boolean;
}
