import { expect, test } from "@playwright/test";
import { namesOf, subtree, touches } from "./demo-partners";
import { chips, count, display, hulme, openList, people, remit, rows, select } from "./partner-list-page";

test("selects apply as they are chosen, each as a step of the history, with the focus where it was", async ({
  page,
}) => {
  await openList(page, people.areaAdmin);
  const food = remit.filter(({ tags }) => tags?.includes("food"));
  const tag = select(page, "Tag");
  await tag.focus();
  await tag.selectOption("Food and cooking");
  await expect(page).toHaveURL("/places/partners?tag=food");
  await expect(rows(page)).toHaveText(namesOf(food));
  await expect(count(page)).toHaveText(`${food.length} of ${remit.length} partners match`);
  await expect(tag).toBeFocused();
  await select(page, "State").selectOption("Hidden");
  await expect(page).toHaveURL("/places/partners?tag=food&state=hidden");
  await expect(page.getByText("No partner matches")).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveText(namesOf(food));
  await expect(select(page, "State")).toHaveValue("");
  await page.goBack();
  await expect(count(page)).toHaveText(`${remit.length} partners in your remit`);
  await expect(tag).toHaveValue("");
  await page.goForward();
  await expect(tag).toHaveValue("food");
});

test("hidden ones and shown ones, and those with an admin and without, make up the whole", async ({ page }) => {
  await openList(page, people.areaAdmin);
  const found = async (search: string) => {
    await page.goto(`/places/partners${search}`);
    return rows(page).allInnerTexts();
  };
  for (const [one, other] of [
    ["?state=hidden", "?state=shown"],
    ["?admin=with", "?admin=without"],
  ] as const) {
    const names = [...(await found(one)), ...(await found(other))];
    expect(names.toSorted()).toEqual(namesOf(remit).toSorted());
  }
  expect(await found("?state=hidden")).toEqual(namesOf(remit.filter(({ hidden }) => hidden != null)));
});

test("a place filters by everything below it, and is chosen by typing", async ({ page }) => {
  await openList(page, people.areaAdmin);
  await page.getByRole("textbox", { name: "Place" }).focus();
  await page.keyboard.type("hulm");
  await page.getByRole("option", { name: /^Hulme/ }).click();
  await expect(page).toHaveURL(`/places/partners?place=${hulme.code}`);
  const inside = remit.filter((partner) => touches(partner, subtree(hulme.code)));
  await expect(rows(page)).toHaveText(namesOf(inside));
  await page.getByRole("button", { name: "Remove Hulme" }).click();
  await expect(page).toHaveURL("/places/partners");
  await expect(rows(page)).toHaveText(namesOf(remit));
});

test("a place or tag that one may not know finds nothing, exactly like one that does not exist", async ({ page }) => {
  await openList(page, people.partnerAdmin);
  const seen: string[] = [];
  for (const place of ["S13002971", "no-such-place"]) {
    for (const tag of ["youth-voice", "no-such-tag"]) {
      await page.goto(`/places/partners?place=${place}&tag=${tag}`);
      await expect(page.getByText("No partner matches")).toBeVisible();
      seen.push((await page.getByRole("main").textContent()) ?? "");
    }
  }
  expect(new Set(seen).size).toBe(1);
});

test("the search applies when typing rests, keeps the focus, and is one step of the history", async ({ page }) => {
  await openList(page, people.areaAdmin);
  const box = page.getByRole("searchbox", { name: "Search by name or postcode" });
  await box.pressSequentially("moss");
  await expect(page).toHaveURL("/places/partners?q=moss");
  await box.pressSequentially(" side mum");
  await expect(rows(page)).toHaveText(["Moss Side Mums"]);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("moss side mum");
  await page.goBack();
  await expect(page).toHaveURL("/places/partners");
  await expect(box).toHaveValue("");
});

test("the search finds postcodes, and Enter does not wait", async ({ page }) => {
  await openList(page, people.areaAdmin);
  await page.getByRole("searchbox").fill("m15 5rf");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/places/partners?q=m15+5rf");
  await expect(rows(page)).toHaveText(["Birley Fields Community Garden"]);
});

test("the filters in force are said, each can be taken away, and all at once", async ({ page }) => {
  await openList(page, people.areaAdmin, `?q=e&place=${hulme.code}&state=shown&admin=with&sort=-name`);
  await expect(chips(page)).toHaveText(["Search “e”", "Place Hulme", "State shown", "Admin at least one", "Clear all"]);
  await page.getByRole("link", { name: "Remove filter: Place Hulme" }).click();
  await expect(page).toHaveURL("/places/partners?q=e&state=shown&admin=with&sort=-name");
  await expect(chips(page)).toHaveCount(4);
  await expect(page.getByRole("searchbox")).toHaveValue("e");
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/places/partners?sort=-name");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(select(page, "State")).toHaveValue("");
  await expect(chips(page)).toHaveCount(0);
});

test("a filter that the page arrived with stays through the next choice, and so it does after Back and beside one taken away", async ({
  page,
}) => {
  await openList(page, people.areaAdmin, `?place=${hulme.code}`);
  const inHulme = `/places/partners?place=${hulme.code}`;
  await select(page, "State").selectOption("Hidden");
  await expect(page).toHaveURL(`${inHulme}&state=hidden`);
  await page.goBack();
  await expect(select(page, "State")).toHaveValue("");
  await select(page, "Admins").selectOption("No admin");
  await expect(page).toHaveURL(`${inHulme}&admin=without`);
  await page.getByRole("link", { name: "Remove filter: Admin" }).click();
  await expect(select(page, "Admins")).toHaveValue("");
  await select(page, "State").selectOption("Shown");
  await expect(page).toHaveURL(`${inHulme}&state=shown`);
  await expect(chips(page)).toHaveText(["Place Hulme", "State shown", "Clear all"]);
});

test("a search that still rests does not bring back a filter that is taken away meanwhile", async ({ page }) => {
  await openList(page, people.areaAdmin, `?place=${hulme.code}`);
  await page.getByRole("searchbox").focus();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // As a screen reader follows a link: nothing leaves the box, which still waits for the typing to rest.
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>("[type=search]")?.setRangeText("e");
    document.activeElement?.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector<HTMLElement>('[aria-label^="Remove filter: Place"]')?.click();
    return new Promise((longRested) => setTimeout(longRested, 1000));
  });
  await expect(page).toHaveURL("/places/partners");
  await expect(chips(page)).toHaveCount(0);
  expect(asked.filter((address) => /[?&]q=e/.test(address))).toEqual([]);
});

test("with the keyboard alone one searches, filters, chooses columns and opens a record", async ({ page }) => {
  await openList(page, people.areaAdmin);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "New partner" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("hulme");
  await expect(page).toHaveURL("/places/partners?q=hulme");
  await page.keyboard.press("Tab");
  await page.keyboard.type("hulme");
  await expect(page.getByRole("option", { name: /^Hulme/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/places/partners?q=hulme&place=${hulme.code}`);
  await expect(page.getByRole("button", { name: "Remove Hulme" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(select(page, "Tag")).toBeFocused();
  await page.keyboard.type("Advice");
  const found = remit.filter(({ name, tags }) => /hulme/i.test(name) && tags?.includes("advice"));
  await expect(rows(page)).toHaveText(namesOf(found.filter((partner) => touches(partner, [hulme.code]))));
  for (const stop of ["State", "Admins"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("combobox", { name: stop, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (let stops = 0; stops < 3; stops++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("columnheader", { name: "Postcode" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(display(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?place=/);
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.getByRole("link", { name: "Hulme Advice Desk" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Hulme Advice Desk" })).toBeVisible();
});
