// Passkeys: shows its button where the browser has them, asks the server for a question, and sends the answer.
const fetchJson = async (address, body) => {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const ways = {
  "sign-in": async (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  add: async (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

const able = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

for (const place of able ? document.querySelectorAll("[data-passkey]") : []) {
  const button = place.querySelector("button");
  const said = place.querySelector("[data-said]");
  place.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = "";
    try {
      const credential = await ways[place.dataset.passkey](await fetchJson(place.dataset.options));
      const back = place.dataset.return ? "?return=" + encodeURIComponent(place.dataset.return) : "";
      location.assign((await fetchJson(place.dataset.send + back, JSON.stringify(credential))).location);
    } catch (wrong) {
      // Closing the browser's own window is no failure to speak of.
      if (wrong.name !== "NotAllowedError" && wrong.name !== "AbortError") said.textContent = said.dataset.said;
      button.disabled = false;
    }
  });
}
