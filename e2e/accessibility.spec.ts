import { expect, test } from "@playwright/test";
import { addAdminForTest, addPartnerForTest } from "@/lib/testing/partners";
import { complaintsOf, expectNoFault } from "./faults";
import { askForMail, readSignInMail, signInAs } from "./fixtures";
import { pageRoutes, routeOf } from "./page-routes";

/** Pages as somebody meets them by their address alone; null for nobody signed in. */
const visits: readonly [path: string, person: string | null][] = [
  ["/sign-in", null],
  ["/no-such-page", null],
  ["/dashboard", "mel.hartley"],
  ["/dashboard", "marcus.bell"],
  ["/dashboard", "yusuf.karim"],
  ["/dashboard/root", "ruth.adeyemi"],
  ["/dashboard/neighbourhood?open=E10000017", "lakshmi.nair"],
  ["/dashboard/partnership", "tom.ashworth"],
  ["/dashboard/partner", "rosa.delgado"],
  ["/places/partners", "ruth.adeyemi"],
  ["/places/partners?q=e&tag=food&state=shown&columns=places&columns=postcode&columns=changed", "nasreen.malik"],
  ["/places/partners?q=zzzz", "nasreen.malik"],
  ["/places/partners", "yusuf.karim"],
  ["/places/partners/new", "patience.okoro"],
  ["/places/partners/new", "joyce.appiah"],
  ["/places/partners/birley-fields-garden?why=1", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/people", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/people/new", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/people/danny.fogarty@remit.example/remove", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/history", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/edit", "patience.okoro"],
  ["/places/partners/birley-fields-garden/hide", "nasreen.malik"],
  ["/places/partners/birley-fields-garden/hide", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/delete", "joyce.appiah"],
  ["/places/partners/alexandra-park-bowls?notice=partner-hidden", "nasreen.malik"],
  ["/places/partners/no-such-partner", "joyce.appiah"],
  ["/places/find?q=m", "ruth.adeyemi"],
  ["/places/neighbourhoods", "nasreen.malik"],
  ["/places/neighbourhoods?q=moss", "ruth.adeyemi"],
  ["/places/neighbourhoods?partners=none", "lakshmi.nair"],
  ["/places/neighbourhoods/new?parent=E08000003", "ruth.adeyemi"],
  ["/places/neighbourhoods/E08000003?why=1", "ruth.adeyemi"],
  ["/places/neighbourhoods/E05011368/admins", "nasreen.malik"],
  ["/places/neighbourhoods/E05011368/history", "ruth.adeyemi"],
  ["/places/neighbourhoods/E08000003/edit", "ruth.adeyemi"],
  ["/places/neighbourhoods/E08000003/delete", "ruth.adeyemi"],
  ["/search?q=m", "ruth.adeyemi"],
  ["/people?state=deactivated&q=e", "ruth.adeyemi"],
  ["/people/mel.hartley@remit.example?why=1", "ruth.adeyemi"],
  ["/people/joyce.appiah@remit.example/history", "ruth.adeyemi"],
  ["/people/joyce.appiah@remit.example/edit", "ruth.adeyemi"],
  ["/people/joyce.appiah@remit.example/deactivate", "ruth.adeyemi"],
  ["/people/joyce.appiah@remit.example/grants/new?role=partnership_admin&preview=1", "ruth.adeyemi"],
  ["/people/joyce.appiah@remit.example/grants/end", "nasreen.malik"],
  ["/mail", "ruth.adeyemi"],
  ["/audit", "ruth.adeyemi"],
  ["/audit", "joyce.appiah"],
  ["/account/access", "mel.hartley"],
  ["/account/access", "yusuf.karim"],
  ["/account/sessions", "nasreen.malik"],
  ["/no-such-page", "nasreen.malik"],
  ["/design/frame?notice=undo", "nasreen.malik"],
  ["/design/empty", null],
  ["/sign-in/confirm/made-up", null],
];

/** Those of signing in and of the letter box, which take a mail to be met as they are. */
const visitedByMail = ["/sign-in/check", "/mailbox", "/mailbox/[mailId]", "/sign-in/confirm/[token]"];

/** Those that are not visited here, and why. */
const visitedElsewhere: Readonly<Record<string, string>> = {
  "/": "Only leads on to another.",
  "/design": "Visited in every state by design.spec.ts.",
};

// Axe is slow on a busy machine; the time says nothing about the page.
test.describe.configure({ timeout: 120_000 });

test("every page that there is is visited, and no visit is to one that is not", () => {
  const routes = pageRoutes();
  const visited = visits.map(([path]) => routeOf(path, routes));
  const accountedFor = [...visited, ...visitedByMail, ...Object.keys(visitedElsewhere)];
  expect(new Set(accountedFor)).toEqual(new Set(routes));
});

for (const [path, person] of visits) {
  test(`${path} as ${person ?? "nobody"} has no fault in either theme, wide or at 320 px`, async ({ page }) => {
    const complaints = complaintsOf(page);
    if (person !== null) await signInAs(page, `${person}@remit.example`);
    await page.goto(path);
    await expectNoFault(page);
    expect(complaints).toEqual([]);
  });
}

test("the pages from asking for a mail to its link have no fault in either theme, wide or at 320 px", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  const { id } = await addPartnerForTest({ about: "Mail", serves: ["govan"] });
  const email = await addAdminForTest(id, "Morag Test");
  await askForMail(page, email);
  await expectNoFault(page);
  await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
  await expectNoFault(page);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/mailbox\/[0-9a-f-]{36}$/);
  await expectNoFault(page);
  await page.goto((await readSignInMail(page.request, email)).link);
  await expectNoFault(page);
  expect(complaints).toEqual([]);
});
