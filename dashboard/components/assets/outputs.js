/* What a story becomes. Parts are kept; a picture stays until the next one has come, a frame until it shows another page. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const outputs = parentElement.outputs ||= build(parentElement);
  outputs.act = outbox(parentElement, data.heard, setTriggerValue);
  settleAnswer(data.answer, outputs.act);
  settleAnswer(data.preview, outputs.act);
  fill(outputs, data);
  drawLine(outputs.act, () => outputs.buttons.querySelectorAll(".action"));
  parentElement.stop = stopAsking;
}

function build(parentElement) {
  const outputs = {};
  const say = (what) => outputs.act(what);
  outputs.forms = walkTabs(element("div", { class: "segments", role: "tablist", "aria-label": "What it becomes" }));
  outputs.theme = choice("Colours", (value) => say({ do: "theme", theme: value }));
  outputs.size = choice("Size", (value) => say({ do: "size", size: value }));
  outputs.frame = choice("What the frame shows", (value) => say({ do: "frame", frame: value }));
  outputs.buttons = element("div", { class: "buttons" });
  outputs.words = element("div", { class: "words quiet small" });
  outputs.stage = element("div", { class: "stage" });
  outputs.waits = element("p", { class: "waits quiet small", role: "status" });
  outputs.root = element("section", { "aria-label": "What it becomes" },
    element("div", { class: "row" }, outputs.forms, element("span", { class: "right" }, outputs.frame, outputs.size, outputs.theme)),
    outputs.buttons, making.node, outputs.words, outputs.waits, outputs.stage);
  parentElement.append(outputs.root);
  return outputs;
}

function choice(label, send) {
  const select = element("select", { "aria-label": label });
  select.onchange = () => send(select.value);
  return select;
}

function offer(select, options, chosen) {
  select.hidden = !options;
  if (!options) return;
  keep(select, JSON.stringify(options), () => options.map((option) => element("option", { value: option.key }, option.label)));
  select.value = chosen;
}

const KINDS = {
  deck: { buttons: [["deck", "Download deck (.pptx)", "the deck"]], show: showPicture, size: true, theme: true,
    words: "Opens with its title, a timeline, a map and a chart that PowerPoint can edit; then one slide each, as below but as text; at the end the sources. Notes hold words, citation and link." },
  page: { buttons: [["page", "Download page (.html)", "the page"]], show: showPage, theme: true,
    words: "One file with timeline, map and passages, for any browser, without a network." },
  pictures: { buttons: [["png", "This one: PNG", "the picture"], ["svg", "SVG", "the picture"], ["pdf", "PDF", "the picture"], ["zip", "All of them (.zip)", "the pictures"]], show: showPicture, size: true, theme: true,
    words: "Each with its source; the description in words is within the file." },
  embed: { buttons: [], show: showFrame, theme: true,
    words: "A frame in a page of your own: alive, with what the filters show around the slides. A line under it names the sources and leads here." },
  story: { buttons: [["story", "Download story (.toml)", "the story"]], show: showText,
    words: "Slides, words, filters and style in a small file that can be kept, shared, changed by hand and opened again below. The address of this page keeps which slides there are and their order; your words are kept in this tab only, until you save them." },
};

function fill(outputs, data) {
  const kind = KINDS[data.form];
  outputs.root.className = `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`;
  outputs.root.style.setProperty("--height", `${data.height}px`);
  keep(outputs.forms, data.forms.map((form) => form.key).join(), () => data.forms.map((form) =>
    element("button", { role: "tab", "data-form": form.key, onclick: () => outputs.act({ do: "form", form: form.key }) }, form.label)));
  for (const tab of outputs.forms.children) tab.setAttribute("aria-selected", String(tab.dataset.form === data.form));
  offer(outputs.size, kind.size && data.sizes.slice(0, data.form === "deck" ? 2 : undefined), data.size);
  offer(outputs.theme, kind.theme && data.themes, data.theme);
  offer(outputs.frame, data.frames, data.frame);
  const template = data.form === "deck" && data.template;
  keep(outputs.buttons, JSON.stringify([data.form, Boolean(data.nothing), template]), () => {
    const buttons = kind.buttons.map(([what, label, noun]) => element("button", { class: "action", disabled: Boolean(data.nothing), onclick: () => makeFile(noun, { do: "make", what }) }, label));
    return template ? [...buttons, withoutTemplate(outputs, template)] : buttons;
  });
  outputs.root.style.setProperty("--ratio", data.ratio);
  const statement = !["embed", "story"].includes(data.form) && data.statement;
  outputs.words.hidden = Boolean(data.nothing);
  outputs.words.replaceChildren(...[kind.words, statement].filter(Boolean).map((words) => element("p", {}, words)));
  if (data.nothing) return showSentence(outputs, data.nothing);
  kind.show(outputs, data);
}

function withoutTemplate(outputs, template) {
  return element("span", { class: "quiet small" }, `after ${template} `, element("button", { class: "link", onclick: () => outputs.act({ do: "template" }) }, "Without it"));
}

/* Puts parts on the stage unless they are there. */
function stage(outputs, name, make) {
  if (outputs.staged === name) return;
  rest(outputs);
  outputs.staged = name;
  outputs.stage.replaceChildren(...make());
}

/* Waits for no preview any more. */
function rest(outputs) {
  forget(outputs.asked);
  outputs.shows = "";
  outputs.stopWaiting?.();
  outputs.waits.textContent = "";
  outputs.stage.classList.remove("waiting");
}

function showSentence(outputs, sentence) {
  rest(outputs);
  outputs.staged = "";
  outputs.stage.replaceChildren(element("p", { class: "quiet" }, sentence));
}

function showText(outputs, data) {
  stage(outputs, "text", () => {
    outputs.text = element("pre", { class: "snippet text", tabindex: "0", "aria-label": "What stands in the file" });
    return [outputs.text];
  });
  outputs.text.textContent = data.text;
}

function showPicture(outputs, data) {
  stage(outputs, "picture", () => {
    const step = (by, label) => element("button", { class: "link", onclick: () => outputs.act({ do: "at", at: outputs.at + by }) }, label);
    outputs.picture = element("img", { alt: "" });
    outputs.where = element("span", { class: "quiet small where" });
    outputs.steps = [step(-1, "‹ Before"), step(1, "Next ›")];
    return [outputs.picture, element("div", { class: "under" }, outputs.steps[0], outputs.where, outputs.steps[1])];
  });
  outputs.at = data.at;
  preview(outputs, data, (answer) => {
    outputs.picture.src = new URL(answer.address, document.baseURI).href;
    outputs.picture.alt = answer.alt;
  });
  outputs.where.textContent = `${data.at + 1} of ${data.pages.length}: ${data.pages[data.at]}`;
  outputs.steps[0].disabled = data.at === 0;
  outputs.steps[1].disabled = data.at === data.pages.length - 1;
}

/* The page in a frame of its own origin: what it holds can do nothing to this page. */
function showPage(outputs, data) {
  stage(outputs, "page", () => {
    outputs.page = element("iframe", { title: "Preview of the page", sandbox: "allow-scripts" });
    return [outputs.page];
  });
  preview(outputs, data, async (answer) => {
    const text = await (await fetched(answer)).text();
    if (outputs.shows === data.shows) outputs.page.srcdoc = text;
  });
}

/* Asks for what is to be seen where something else is seen; until it comes, that stays, but pale. */
async function preview(outputs, data, show) {
  if (outputs.shows === data.shows) return;
  rest(outputs);
  outputs.shows = data.shows;
  outputs.stage.classList.add("waiting");
  let far = "";
  outputs.stopWaiting = busy(outputs.waits, "Drawing …", () => far);
  try {
    const asked = askFor(outputs.act, { do: "preview", shows: data.shows }, (words) => { far = words; });
    outputs.asked = asked.turn;
    await show(await asked);
    if (outputs.shows !== data.shows) return;
    rest(outputs);
    outputs.shows = data.shows;
  } catch (error) {
    if (outputs.shows === data.shows) showSentence(outputs, error.message);
  }
}

function showFrame(outputs, data) {
  stage(outputs, "frame", () => {
    outputs.snippet = element("textarea", { class: "snippet", readonly: true, rows: 4, "aria-label": "Snippet", spellcheck: "false" });
    outputs.framed = element("iframe", { title: "Preview of the embed" });
    const copied = element("span", { class: "quiet small", role: "status" });
    const copy = element("button", { class: "action first", onclick: async () => {
      await copyText(outputs.snippet.value);
      copied.textContent = "Snippet copied.";
    } }, "Copy snippet");
    outputs.local = element("p", { class: "quiet small" });
    return [outputs.snippet, element("div", { class: "row" }, copy, copied), outputs.local, outputs.framed];
  });
  const address = new URL("./", document.baseURI);
  address.search = data.query;
  const frame = element("iframe", { src: address.href, title: data.frame_title, loading: "lazy", allow: "clipboard-write",
    style: "width:100%;height:clamp(420px,56vw,760px);border:0" });
  outputs.snippet.value = frame.outerHTML;
  const here = /^(localhost|127\.|\[::1\])/.test(address.hostname);
  outputs.local.textContent = here
    ? `${address.origin} is this machine only: the snippet works in pages opened here. For others, serve the dashboard over HTTPS; the README says how.`
    : address.protocol === "https:" ? "" : "Pages served over HTTPS, and PowerPoint, show only frames that come over HTTPS too.";
  if (outputs.framed.src !== address.href) outputs.framed.src = address.href;
}
