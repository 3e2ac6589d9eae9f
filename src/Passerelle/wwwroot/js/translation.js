// The editor of translations: keys for everything, and what is typed is kept while one types. Without this file each of these is a link or a button.
const form = document.querySelector("form.panel");
const target = document.getElementById("target");
const checks = document.getElementById("checks");
const said = document.querySelector(".typed");
const wait = 600;
let timer, sending, moved = false;

const say = (what) => { if (said) said.textContent = said.dataset[what] ?? ""; };

async function keep() {
  if (moved || target.value === target.dataset.kept) return;
  const typed = target.value;
  say("saving");
  try {
    const answer = await fetch(form.dataset.typed, { method: "POST", headers: { "X-Fragment": "1" }, body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok && answer.status !== 409) throw new Error(answer.statusText);
    const words = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".findings");
    if (!words) throw new Error("no answer");
    checks.replaceChildren(words);
    moved = words.dataset.moved === "1";
    if (!moved) {
      for (const version of document.querySelectorAll(".segment.active input[name=version]")) version.value = words.dataset.version;
      for (const copy of document.querySelectorAll(".segment.active input[name=target]")) copy.value = typed;
      target.dataset.kept = typed;
    }
    say(moved ? "failed" : "saved");
  } catch {
    say("failed");
  }
}

// One after the other: the next saving must know the version that the one before made.
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { sending = (sending ?? Promise.resolve()).then(keep); }, wait);
};

if (form && target) {
  target.dataset.kept = target.value;
  target.addEventListener("input", later);
  form.addEventListener("submit", async (e) => {
    clearTimeout(timer);
    if (!sending || form.dataset.going) return;
    e.preventDefault();
    const { submitter } = e;
    await sending;
    form.dataset.going = "1";
    form.requestSubmit(submitter);
  });
  for (const link of document.querySelectorAll(".segment.active [data-insert]")) {
    link.addEventListener("click", (e) => {
      e.preventDefault();
      target.value = link.dataset.insert;
      target.focus();
      later();
    });
  }
  const go = (step) => {
    const place = document.querySelector(".segment.active")?.[step]?.querySelector("a.number");
    if (place) location.assign(place.href);
  };
  document.addEventListener("keydown", (e) => {
    const act = e.ctrlKey && e.key === "Enter" ? () => form.requestSubmit(form.querySelector("[data-key=confirm]"))
      : e.altKey && e.key === "ArrowDown" ? () => go("nextElementSibling")
      : e.altKey && e.key === "ArrowUp" ? () => go("previousElementSibling")
      : e.altKey && e.code === "KeyC" ? () => document.querySelector("[data-key=copy]")?.click()
      : e.altKey && /^Digit[1-5]$/.test(e.code) ? () => document.querySelector(`[data-key="${e.code.slice(5)}"]`)?.click()
      : null;
    if (act) {
      e.preventDefault();
      act();
    }
  });
  target.setSelectionRange(target.value.length, target.value.length);
  if (/^#s\d+$/.test(location.hash)) target.focus(); // who comes from another segment goes on writing
}
