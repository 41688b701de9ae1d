import { expect, type Page, test } from "@playwright/test";
import { demoCode } from "@/lib/testing/demo/places";
import { addAdminForTest, addPartnerForTest, freshPartnerName, readPartnerForTest } from "@/lib/testing/partners";
import { actionOf, postAs, signInAs, untilScriptsRun } from "./fixtures";
import { editors } from "./partner-form-page";

const path = "/places/partners/import";

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(["Name,Service areas,Summary", ...lines].join("\n"));
  await page.getByLabel("CSV file").setInputFiles({ name: "partners.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Preview" }).click();
}

function row(page: Page, name: string) {
  return page.getByRole("row", { name: new RegExp(`^${name}`) });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without client JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a file is looked at line by line, and then its good lines become partners and no others", async ({
      page,
    }) => {
      const names = ["Imported", "Second", "Outside"].map(freshPartnerName);
      const [first = "", second = "", outside = ""] = names;
      await signInAs(page, editors.areaAdmin);
      await page.goto(path);
      if (javaScriptEnabled) await untilScriptsRun(page);
      await choose(page, [
        `${first},Govan,Nuts.`,
        `${second},${demoCode("govan")},`,
        `${outside},Hulme,`,
        "Abc,Govan,",
      ]);
      const preview = page.getByRole("region", { name: "What this file would do" });
      await expect(preview).toContainText("2 partners would be made. 2 lines have a fault and would be left out.");
      await expect(row(page, first)).toContainText("Ready");
      await expect(row(page, "Abc")).toContainText("Name: Give a name of at least 5 characters");
      await expect(row(page, outside)).not.toContainText("Ready");
      expect(await readPartnerForTest(first)).toBeNull();
      await page.getByRole("button", { name: "Make 2 partners" }).click();
      await expect(page.getByRole("region", { name: "Made" }).getByRole("link")).toHaveText([first, second]);
      expect(await readPartnerForTest(first)).toMatchObject({ areas: [demoCode("govan")], summary: "Nuts." });
      expect(await readPartnerForTest(outside)).toBeNull();
      await page.getByRole("link", { name: first }).click();
      await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
    });
  });
}

test("a file that is none says so beside its field, and somebody who may make no partner imports none", async ({
  page,
}) => {
  await signInAs(page, editors.areaAdmin);
  await page.goto(path);
  await untilScriptsRun(page);
  const buffer = Buffer.from("Colour\nred\n");
  await page.getByLabel("CSV file").setInputFiles({ name: "colours.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByLabel("CSV file")).toHaveAccessibleDescription(/one of them must be “Name”/);
  const { id } = await addPartnerForTest({ about: "Own", serves: ["govan"] });
  const admin = await addAdminForTest(id, "Iona Test");
  const name = freshPartnerName("Smuggled");
  const send = await actionOf(editors.areaAdmin, path, "Preview");
  const file = { text: `Name,Service areas\n${name},Govan\n`, step: "import", expected: "1" };
  expect(await postAs(admin, send, file)).toBe("forbidden");
  expect(await readPartnerForTest(name)).toBeNull();
  await signInAs(page, admin);
  expect((await page.goto(path))?.status()).toBe(403);
});
