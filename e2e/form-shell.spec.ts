import { expect, type Locator, type Page, test } from "@playwright/test";
import { signInAs, untilScriptsRun } from "./fixtures";

test("a form tells its errors before it is sent, leads to the first and takes each back once it is mended", async ({
  page,
}) => {
  const form = await formWith(page, "Title");
  await form.getByRole("button", { name: "Save" }).click();
  const title = form.getByLabel("Title");
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription(/Give a name of at least 5 characters/);
  await expect(title).toHaveAttribute("aria-invalid", "true");
  const summary = form.getByRole("alert");
  await expect(summary).toContainText("2 answers need another look");
  await summary.getByRole("link", { name: "Choose a kind." }).press("Enter");
  const kind = form.getByLabel("Kind of place");
  await expect(kind).toBeFocused();
  await kind.selectOption("Garden");
  await expect(kind).not.toHaveAttribute("aria-invalid");
  await expect(summary).toContainText("One answer needs another look");
  await title.fill("Garden");
  await expect(summary).toHaveCount(0);
});

test("a part that is no single control is told and found like a field", async ({ page }) => {
  const form = await formWith(page, "Title");
  await fill(form);
  for (const topic of ["Green Neighbours", "Youth Voice", "Age Friendly"]) await form.getByText(topic).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Error: Choose at most two topics.")).toBeVisible();
  await expect(form.getByRole("checkbox", { name: "Green Neighbours" })).toBeFocused();
  await form.getByText("Age Friendly").click();
  await expect(form.getByText("Choose at most two topics.")).toHaveCount(0);
});

test("a form on its way is disabled and says so, and what the server finds wrong is told like the rest", async ({
  page,
}) => {
  const form = await formWith(page, "Title");
  await fill(form, "taken");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Title")).toBeDisabled();
  await expect(form.getByRole("status").filter({ hasText: "Saving…" })).toBeVisible();
  await expect(form.getByLabel("Title")).toHaveAccessibleDescription(/Another place has this name/);
  await expect(form.getByLabel("Title")).toBeFocused();
  await expect(form.getByLabel("Title")).toHaveValue("taken");
  await form.getByLabel("Title").fill("Birley Fields");
  await expect(form.getByRole("alert")).toHaveCount(0);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saving…")).toBeVisible();
  await expect(form.getByText("Saved", { exact: true })).toBeVisible();
  await expect(form.getByRole("alert")).toHaveCount(0);
});

test("where the network is dead nothing typed is lost, and the form can be sent again", async ({ page }) => {
  const form = await formWith(page, "Name (the network is dead)");
  await form.getByRole("textbox").fill("Typed by hand");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toHaveText(
    "The portal could not be reached. Nothing was saved; what you typed is still here.",
  );
  await expect(form.getByRole("textbox")).toHaveValue("Typed by hand");
  await expect(form.getByRole("button", { name: "Save" })).toBeEnabled();
  await expect(form.locator("[data-form-message]")).toBeFocused();
});

test.describe("a form of a real record", () => {
  const path = "/places/partners/birley-fields-garden/edit";

  test("keeps what was typed when the connection breaks while it is on its way", async ({ page }) => {
    await page.route(`**${path}`, (route) =>
      route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
    );
    const summary = await changedSummary(page);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The portal could not be reached." })).toBeVisible();
    await expect(summary).toHaveValue("Typed while the train was in a tunnel.");
  });

  test("says that the portal was renewed when its action is not there any more", async ({ page }) => {
    await page.route(`**${path}`, (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" }, body: "" })
        : route.continue(),
    );
    const summary = await changedSummary(page);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The portal was renewed" })).toBeVisible();
    await expect(summary).toHaveValue("Typed while the train was in a tunnel.");
  });

  async function changedSummary(page: Page): Promise<Locator> {
    await signInAs(page, "ruth.adeyemi@remit.example");
    await page.goto(path);
    await untilScriptsRun(page);
    const summary = page.getByRole("textbox", { name: /^Summary/ });
    await summary.fill("Typed while the train was in a tunnel.");
    return summary;
  }
});

test("a fault on the server is told with the id to quote", async ({ page }) => {
  const form = await formWith(page, "Name (something fails on the server)");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("Quote this if you ask about it: 0199-demo");
});

test("what is typed before the page's scripts run is still there when they do", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**", async (route) => {
    if (route.request().resourceType() === "script") await released;
    await route.continue();
  });
  await page.goto("/design", { waitUntil: "commit" });
  const form = page.locator("form").filter({ has: page.getByLabel("Title", { exact: true }) });
  await form.getByLabel("Title").fill("Typed early");
  await form.getByLabel(/^In one sentence/).fill("So was this.");
  await form.getByLabel("Kind of place").selectOption("Hall");
  release();
  await expect(form.getByText("Not saved yet")).toBeVisible({ timeout: 30_000 });
  await expect(form.getByLabel("Title")).toHaveValue("Typed early");
  await expect(form.getByLabel(/^In one sentence/)).toHaveValue("So was this.");
  await expect(form.getByLabel("Kind of place")).toHaveValue("hall");
});

test("leaving with changes is asked about, by link and by closing, and without changes it is not", async ({ page }) => {
  const form = await formWith(page, "Title");
  await form.getByLabel("Title").fill("Half a na");
  await expect(form.getByText("Not saved yet")).toBeVisible();
  await form.getByRole("link", { name: "Cancel" }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question.getByRole("button", { name: "Stay on this page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await expect(form.getByLabel("Title")).toHaveValue("Half a na");
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await form.getByRole("link", { name: "Cancel" }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/design\/empty$/);
});

test("the browser's way back is asked about too", async ({ page }) => {
  await page.goto("/design/empty");
  const form = await formWith(page, "Title");
  await comeTo(page, "/design?second");
  await form.getByLabel("Title").pressSequentially("Half");
  await page.evaluate(() => window.history.back());
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await expect(page).toHaveURL(/\/design\?second$/);
  await expect(form.getByLabel("Title")).toHaveValue("Half");
  await form.getByLabel("Title").pressSequentially(" a name");
  await page.evaluate(() => window.history.back());
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/design$/);
});

/**
 * Comes to another address of the page that is open. The router makes each its own a moment later, and one that it did
 * not see yet it takes back: then there is no way back from it to ask about.
 */
async function comeTo(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.evaluate((to) => {
      const settled = new Promise<void>((resolve) => {
        window.navigation.addEventListener("navigate", ({ navigationType }) => {
          if (navigationType === "replace") setTimeout(resolve);
        });
      });
      window.history.pushState(null, "", to);
      return settled;
    }, address);
    await expect(page).toHaveURL(address, { timeout: 1_000 });
  }).toPass();
}

test("a form without changes lets go at once", async ({ page }) => {
  const form = await formWith(page, "Title");
  await form.getByLabel("Title").fill("Half a na");
  await form.getByLabel("Title").fill("");
  await form.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/design\/empty$/);
});

test("a grave change names its consequence, can be taken back to the form, and goes through when confirmed", async ({
  page,
}) => {
  const form = await formWith(page, "Name (needs a confirmation)");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("Hulme Garden Centre and its 2 calendars");
  await expect(form.locator("[data-form-message]")).toBeFocused();
  // Enter in a field asks again; it must not confirm what its person may not have read.
  await form.getByRole("textbox").press("Enter");
  await expect(form.getByRole("textbox")).toBeDisabled();
  await expect(form.getByRole("textbox")).toBeEnabled();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByRole("link", { name: "Go back to the form" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await expect(form.getByRole("textbox")).toBeFocused();
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await form.getByRole("button", { name: "Save anyway" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await expect(form.getByRole("textbox")).toHaveValue("Birley Fields Garden");
});

test.describe("when somebody else was faster", () => {
  const name = "Name (somebody was faster)";

  test("both changes are shown side by side, and mine can be saved over theirs", async ({ page }) => {
    const form = await staleForm(page);
    await expect(form.getByRole("row", { name: /^Name/ })).toContainText("Birley Fields Community Garden");
    await expect(form.getByRole("row", { name: /^Name/ })).toContainText("My name for it");
    await expect(form.getByRole("row", { name: /^Phone/ })).toContainText(/0161 496 0100.*0161 496 0199/);
    await expect(form.getByRole("rowheader")).toHaveText(["Name", "Phone"]);
    await expect(form.getByRole("alert").getByRole("listitem")).toHaveText(
      "Service areas: Hulme, Ardwick (when you opened it: Hulme)",
    );
    await form.getByRole("button", { name: "Save mine over theirs" }).first().click();
    await expect(form.getByRole("alert")).toHaveCount(0);
    await expect(form.getByLabel(name)).toHaveValue("My name for it");
    await expect(form.getByLabel("Phone", { exact: true })).toHaveValue("0161 496 0199");
  });

  test("what both changed can be taken from them one by one, what only they changed is in the form already", async ({
    page,
  }) => {
    const form = await staleForm(page);
    await expect(form.getByRole("button", { name: "Use this for Phone" })).toHaveCount(0);
    await form.getByRole("button", { name: "Use this for Name" }).click();
    await expect(form.getByLabel(name)).toHaveValue("Birley Fields Community Garden");
    await expect(form.getByLabel("Phone", { exact: true })).toHaveValue("0161 496 0199");
  });

  test("theirs can be taken as a whole", async ({ page }) => {
    const form = await staleForm(page);
    await form.getByRole("link", { name: "Take theirs and drop mine" }).click();
    await expect(form.getByRole("alert")).toHaveCount(0);
    await expect(form.getByLabel(name)).toHaveValue("Birley Fields Community Garden");
    await expect(form.getByLabel("Phone", { exact: true })).toHaveValue("0161 496 0199");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saving…")).toBeVisible();
    await expect(form.getByText("Saving…")).toHaveCount(0);
    await expect(form.getByRole("alert")).toHaveCount(0);
  });

  async function staleForm(page: Page): Promise<Locator> {
    const form = await formWith(page, name);
    await form.getByLabel(name).fill("My name for it");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("alert")).toContainText("Amina Yusuf changed this while you were editing");
    return form;
  }
});

async function formWith(page: Page, label: string): Promise<Locator> {
  await page.goto("/design");
  await untilScriptsRun(page);
  return page.locator("form").filter({ has: page.getByLabel(label, { exact: true }) });
}

async function fill(form: Locator, title = "Birley Fields"): Promise<void> {
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Kind of place").selectOption("Garden");
}
