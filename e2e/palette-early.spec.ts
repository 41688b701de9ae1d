import { expect, test } from "@playwright/test";
import { complaintsOf } from "./faults";
import { signInAs, untilScriptsRun } from "./fixtures";
import { box, palette } from "./palette-page";

/** Runs in the page before anything of its own: opens, fills and sends the palette the moment that it hears keys. */
function actAtOnce(text: string): void {
  const listen = window.addEventListener.bind(window);
  let isDone = false;
  const act = () => {
    const found = document.querySelector<HTMLInputElement>("#palette-box");
    const dialog = found?.closest("dialog");
    if (isDone || found?.form == null || dialog == null) return isDone;
    isDone = true;
    const isTaken = Object.keys(dialog).some((key) => key.startsWith("__react"));
    sessionStorage.setItem("palette was taken over", String(isTaken));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, cancelable: true }));
    found.value = text;
    found.dispatchEvent(new Event("input", { bubbles: true }));
    if (text !== "") found.form.requestSubmit();
    return true;
  };
  const wait = () => {
    if (act()) return;
    const watch = new MutationObserver(() => act() && watch.disconnect());
    watch.observe(document, { childList: true, subtree: true });
  };
  window.addEventListener = (...heard: Parameters<typeof listen>) => {
    listen(...heard);
    // The last of what the palette listens to: from here it is ready, and the framework is not.
    if (heard[0] === "submit" && heard[2] === true) wait();
  };
}

for (const [what, text] of [
  ["opened", ""],
  ["opened, filled and sent", "birley"],
] as const) {
  test(`${what} before the framework takes the page over, the palette does what was asked and nothing is complained of`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await signInAs(page, "nasreen.malik@remit.example");
    await page.addInitScript(actAtOnce, text);
    await page.goto("/account/sessions");
    await untilScriptsRun(page);
    expect(await page.evaluate(() => sessionStorage.getItem("palette was taken over"))).toBe("false");
    if (text === "") {
      await expect(palette(page).getByRole("option", { name: "New partner" })).toBeVisible();
      await expect(box(page)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(palette(page)).toBeHidden();
    } else {
      await expect(page.getByRole("heading", { level: 1, name: "Birley Fields Community Garden" })).toBeVisible();
      await expect(palette(page)).toBeHidden();
    }
    expect(complaints).toEqual([]);
  });
}
