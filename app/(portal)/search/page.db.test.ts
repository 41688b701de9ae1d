import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/palette/route";
import { PALETTE_LIMIT } from "@/lib/platform/palette/constants";
import { paletteAnswerSchema } from "@/lib/platform/palette/schemas";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { meanwhile } from "@/lib/testing/partner-acts";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import SearchPage from "./page";

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

async function as(person: DemoPerson) {
  const cookies = { [sessionCookieName()]: (await signInForTest(demoEmail(person))).token };
  return {
    async page(q: string | string[]): Promise<string> {
      const searchParams = Promise.resolve({ q });
      const { result } = await inRequest({ cookies }, () => SearchPage({ searchParams }));
      return isValidElement(result) ? renderToStaticMarkup(result) : "";
    },
    async palette(q: string): Promise<Response | null> {
      const request = new Request(`http://localhost:3000/api/palette?${new URLSearchParams({ q })}`);
      return (await inRequest({ cookies }, () => GET(request))).result;
    },
  };
}

test.each(["ruth.adeyemi", "nasreen.malik", "patience.okoro", "joyce.appiah", "yusuf.karim"] as const)(
  "the page shows %s exactly what the palette does",
  async (person) => {
    const { page, palette } = await as(person);
    for (const text of ["", "moss", "a", "ruth adeyemi"]) {
      const { groups } = paletteAnswerSchema.parse(await (await palette(text))?.json());
      const offered = groups.flatMap(({ entries, more }) => [...entries, ...(more === null ? [] : [more])]);
      const links = [...(await page(text)).matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
      expect(links, text).toEqual(offered.map(({ href }) => href.replaceAll("&", "&amp;")));
    }
  },
);

test("what is written into the address is taken as a text, whatever it is", async () => {
  const { page } = await as("joyce.appiah");
  expect(await page("<b>\u0000 100%")).toContain("Nothing matches “&lt;b&gt; 100%”");
  expect(await page(["birley", "other"])).toContain("Birley Fields Community Garden");
});

test("searches of the page and of the palette are counted as one, and the page says when to go on", async () => {
  const { page, palette } = await as("nasreen.malik");
  expect((await palette("moss"))?.status).toBe(200);
  // As if all but one of a minute's were used; the counter holds what was used so far.
  await meanwhile(
    `update rate_limits set points = ${PALETTE_LIMIT.points - 1} where key like '${PALETTE_LIMIT.name}%'`,
  );
  expect(await page("moss")).toContain("Moss Side Pantry");
  const refused = await page("moss");
  expect(refused).toContain("Search again in a minute.");
  expect(refused).toContain('value="moss"');
  expect(refused).not.toContain("Moss Side Pantry");
  expect((await palette("moss"))?.status).toBe(429);
  expect(await (await as("seun.bakare")).page("moss")).toContain("Moss Side Pantry");
});
