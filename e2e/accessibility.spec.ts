import { expect, test } from "@playwright/test";
import { WALKED_EVENT_PATH } from "@/lib/testing/access-walk-events";
import { addAdminForTest, addPartnerForTest } from "@/lib/testing/partners";
import { prepareWalkers } from "@/lib/testing/walking";
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
  ["/dashboard/site", "imogen.fairclough"],
  ["/places/sites", "ruth.adeyemi"],
  ["/places/sites?q=zzzz", "ruth.adeyemi"],
  ["/places/sites", "yusuf.karim"],
  ["/places/sites/new", "ruth.adeyemi"],
  ["/places/sites/levenshulme?why=1", "imogen.fairclough"],
  ["/places/sites/hulme-and-moss-side", "ruth.adeyemi"],
  ["/places/sites/levenshulme/people", "ruth.adeyemi"],
  ["/places/sites/levenshulme/people", "imogen.fairclough"],
  ["/places/sites/levenshulme/people/new", "ruth.adeyemi"],
  ["/places/sites/levenshulme/people/imogen.fairclough@remit.example/remove", "ruth.adeyemi"],
  ["/places/sites/levenshulme/history", "ruth.adeyemi"],
  ["/places/sites/levenshulme/edit", "imogen.fairclough"],
  ["/places/sites/croeso-cynnes/edit", "ruth.adeyemi"],
  ["/places/sites/levenshulme/delete", "ruth.adeyemi"],
  ["/s/hulme-and-moss-side", null],
  ["/s/hulme-and-moss-side?q=zzzz", null],
  ["/s/levenshulme", null],
  ["/s/hulme-and-moss-side/partners/no-such-partner", null],
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
  ["/places/partners/birley-fields-garden/image", "joyce.appiah"],
  ["/places/partners/deleted", "ruth.adeyemi"],
  ["/places/partners/deleted", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/hide", "nasreen.malik"],
  ["/places/partners/birley-fields-garden/hide", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/delete", "joyce.appiah"],
  ["/places/partners/alexandra-park-bowls?notice=partner-hidden", "nasreen.malik"],
  ["/places/partners/no-such-partner", "joyce.appiah"],
  ["/places/partners/bulk?act=add-tag&partner=birley-fields-garden&partner=bridging-ages", "ruth.adeyemi"],
  ["/places/partners/bulk?act=remove-tag&partner=birley-fields-garden", "joyce.appiah"],
  ["/places/partners/bulk?act=hide&partner=birley-fields-garden", "nasreen.malik"],
  ["/places/partners/bulk?act=hide", "nasreen.malik"],
  ["/places/partners/bulk?act=add-admin&partner=birley-fields-garden", "nasreen.malik"],
  ["/places/tags", "ruth.adeyemi"],
  ["/places/tags?kind=category&q=zzzz", "joyce.appiah"],
  ["/places/tags", "yusuf.karim"],
  ["/places/tags/new", "ruth.adeyemi"],
  ["/places/tags/age-friendly?why=1", "patience.okoro"],
  ["/places/tags/food", "joyce.appiah"],
  ["/places/tags/food/history", "ruth.adeyemi"],
  ["/places/tags/food/partners", "nasreen.malik"],
  ["/places/tags/age-friendly/partners?carried=without", "tom.ashworth"],
  ["/places/tags/food/edit", "ruth.adeyemi"],
  ["/places/tags/food/edit", "nasreen.malik"],
  ["/places/tags/age-friendly/delete", "ruth.adeyemi"],
  ["/places/calendars", "ruth.adeyemi"],
  ["/places/calendars?q=zzzz&state=failing", "nasreen.malik"],
  ["/places/calendars", "yusuf.karim"],
  ["/places/calendars/new", "joyce.appiah"],
  ["/places/calendars/new", "ruth.adeyemi"],
  ["/places/calendars/find?use=organiser&q=m", "ruth.adeyemi"],
  ["/places/calendars/garden-diary?why=1", "joyce.appiah"],
  ["/places/calendars/carers-meetings", "ruth.adeyemi"],
  ["/places/calendars/garden-diary/history", "joyce.appiah"],
  ["/places/calendars/choir-rehearsals/edit", "ruth.adeyemi"],
  ["/places/calendars/garden-diary/delete", "joyce.appiah"],
  ["/places/partners/birley-fields-garden/calendars", "joyce.appiah"],
  ["/places/calendars/health", "ruth.adeyemi"],
  ["/places/calendars/health", "yusuf.karim"],
  ["/places/events", "nasreen.malik"],
  ["/places/events?q=zzzz&when=past&state=hidden", "nasreen.malik"],
  ["/places/events", "yusuf.karim"],
  [`${WALKED_EVENT_PATH}?why=1`, "ruth.adeyemi"],
  [`${WALKED_EVENT_PATH}/history`, "ruth.adeyemi"],
  [`${WALKED_EVENT_PATH}/hide`, "ruth.adeyemi"],
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
  ["/help/places", "joyce.appiah"],
  ["/places/data-quality", "ruth.adeyemi"],
  ["/places/partners/import", "patience.okoro"],
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

// It makes the event that is visited here: those of the demo world have ids of their own each time.
test.beforeAll(prepareWalkers);

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
