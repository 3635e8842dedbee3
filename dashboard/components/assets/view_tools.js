/* The two controls of a view that is not drawn by us: timeline and map. Whoever comes to the timeline by Tab is told its
   keys, on its marks and beside them. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const view = data.tools.of.endsWith("map") ? "map" : "timeline";
  const root = element("div", { class: `root ${view} ${data.dark ? "dark" : ""}`, role: "group", "aria-label": `Take ${data.tools.of} along` },
    view === "timeline" && element("span", { class: "keys", tabindex: "0" }, "Keys: ↑ and ↓ go from mark to mark, Enter chooses one; ← and → step through the events; / searches"),
    toolsOf(parentElement, data.tools, act));
  exchange(parentElement, root);
  if (view === "timeline") reachByKey(document.querySelector(".st-key-timeline-panel"), () => parentElement.querySelector(".keys"));
}

const MARKS = '[aria-roledescription="rect mark"][aria-label]';

/* The marks of a chart as one stop of Tab: ↑ and ↓ go through them in order of time, Enter does what a click does. The
   chart is drawn anew then, and the focus goes back to the mark of that name. */
function reachByKey(chart, hint) {
  if (!chart || chart.reached) return;
  const marks = () => [...chart.querySelectorAll(MARKS)].map((mark) => ({ mark, at: mark.getBoundingClientRect() }))
    .sort((one, other) => one.at.x - other.at.x || one.at.y - other.at.y).map(({ mark }) => mark);
  const stopAt = (all, chosen) => all.forEach((mark) => mark.setAttribute("tabindex", mark === chosen ? "0" : "-1"));
  const arrange = () => {
    const lost = chart.chosen && document.activeElement === document.body;
    if (!lost && chart.querySelectorAll(`${MARKS}[tabindex="0"]`).length === 1) return; // to measure all takes its time
    const all = marks();
    const stop = all.find((mark) => mark.ariaLabel === chart.chosen) || all[0];
    stopAt(all, stop);
    if (lost) stop?.focus();
  };
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  chart.addEventListener("keydown", (event) => {
    const here = event.target.closest(MARKS);
    if (!here || !(event.key in steps || event.key === "Enter")) return;
    event.preventDefault();
    if (event.key === "Enter") {
      chart.chosen = here.ariaLabel;
      return clickOn(here);
    }
    const all = marks();
    const next = all[all.indexOf(here) + steps[event.key]];
    if (!next) return;
    stopAt(all, next);
    next.focus();
  });
  chart.addEventListener("focusin", () => hint()?.classList.add("shown"));
  chart.addEventListener("focusout", (event) => {
    hint()?.classList.remove("shown");
    if (event.relatedTarget) chart.chosen = null;
  });
  new MutationObserver(arrange).observe(chart, { childList: true, subtree: true });
  chart.reached = true;
  arrange();
}

function clickOn(mark) {
  const { x, y, width, height } = mark.getBoundingClientRect();
  mark.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }));
}
