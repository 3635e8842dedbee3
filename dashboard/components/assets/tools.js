/* Copy picture and Add to slides. The picture is made by the dashboard when it is asked for; the clipboard is asked at
   once, while the click still counts, and waits for it. Where the browser keeps its clipboard closed, the picture is
   saved as a file. What is said about it stays beside the controls when these are drawn anew. */

const waiting = new Map(); // by turn: who waits for the answer
const AGAIN = 700; // milliseconds until it is asked again how far something is

function toolsOf(parentElement, tools, act) {
  settleAnswer(tools.answer);
  const said = parentElement.toolsSaid ||= element("span", { class: "tools-said", role: "status" });
  const picture = element("button", { class: "tool", title: `Copy a picture of ${tools.of} with its sources`, onclick: () => copyPicture(said, act) }, "Copy picture");
  const slide = tools.ref && element("button", { class: "tool", "aria-pressed": String(tools.slide > 0), title: tools.slide ? `Take “${tools.what}” off the slides` : `Add “${tools.what}” to the slides`,
    onclick: () => act({ do: "slide", ref: tools.ref, on: !tools.slide }) }, tools.slide ? `✓ Slide ${tools.slide}` : "Add to slides");
  return element("span", { class: "tools" }, picture, slide, said);
}

/* A promise of what is asked for, to be kept by a later answer; `hear` is told how far it is meanwhile. */
function askFor(act, what, hear) {
  const turn = `${Date.now()}-${Math.random()}`;
  const promise = new Promise((resolve, reject) => waiting.set(turn, { resolve, reject, hear }));
  act({ ...what, turn });
  return Object.assign(promise, { turn });
}

/* Takes an answer to whom it belongs. One that only says how far it is asks again soon, by `act`. */
function settleAnswer(answer, act) {
  const asked = answer && waiting.get(answer.turn);
  if (!asked) return;
  clearInterval(asked.timer);
  if (answer.words !== undefined) {
    asked.hear?.(answer.words);
    asked.timer = setInterval(() => act({ do: "follow" }), AGAIN);
    return;
  }
  waiting.delete(answer.turn);
  if (answer.sentence) asked.reject(new Error(answer.sentence));
  else asked.resolve(answer);
}

/* Waits for it no longer: something else was asked for in its place. */
function forget(turn) {
  clearInterval(waiting.get(turn)?.timer);
  waiting.delete(turn);
}

/* Asks no more, for what asked is no longer on the page; when it is there again, so are the answers. So at once where the
   reader turns to another page: Streamlit takes a message that comes between for the wish to stay on this one. */
function stopAsking() {
  for (const asked of waiting.values()) clearInterval(asked.timer);
}
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-testid$=NavLink]")) stopAsking();
}, true);
addEventListener("popstate", stopAsking);

async function fetched(answer) {
  const response = await fetch(new URL(answer.address, document.baseURI));
  if (!response.ok) throw new Error("The dashboard no longer has the file; ask for it again.");
  return response.blob();
}

/* Shows what is done and, once that is worth saying, for how long; `how` says how far it is. */
function busy(said, words, how = () => "") {
  const begin = Date.now();
  said.textContent = words;
  const timer = setInterval(() => {
    said.textContent = [words, how(), `${Math.round((Date.now() - begin) / 1000)} s`].filter(Boolean).join(" ");
  }, 1000);
  return () => clearInterval(timer);
}

async function copyPicture(said, act) {
  const done = busy(said, "Drawing …");
  const asked = askFor(act, { do: "picture" });
  const picture = asked.then(fetched);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    tell(said, "Picture copied.", await asked);
  } catch {
    try {
      save(await picture, (await asked).name);
      tell(said, "This browser keeps its clipboard closed: saved as a file.", await asked);
    } catch (error) {
      tell(said, error.message);
    }
  } finally {
    done();
  }
}

function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function tell(said, words, answer) {
  const alt = answer?.alt && element("button", { class: "link", title: answer.alt, onclick: async () => {
    await copyText(answer.alt);
    said.textContent = "Its description copied.";
  } }, "Copy its description");
  said.replaceChildren(...[words, alt && " ", alt].filter(Boolean));
  clearTimeout(said.timer);
  said.timer = setTimeout(() => said.replaceChildren(), 15000);
}
