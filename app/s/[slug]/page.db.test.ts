import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partnerNow } from "@/lib/testing/partner-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { dataCacheForTest } from "@/lib/testing/sites";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import PublicSitePage, { generateMetadata } from "./page";
import PublicPartnerPage from "./partners/[partnerId]/page";

const shared = globalThis as typeof globalThis & { __incrementalCache?: object };

beforeAll(async () => {
  await loadForTest(siteWorld, { reset: true });
  shared.__incrementalCache = dataCacheForTest().cache;
});
afterAll(() => {
  delete shared.__incrementalCache;
});

const none = Promise.resolve({});
const at = (slug: string) => ({ params: Promise.resolve({ slug }), searchParams: none });

async function partnerAt(slug: string, name: string) {
  const partner = await partnerNow(name);
  return { params: Promise.resolve({ slug, partnerId: partner?.id ?? "" }) };
}

test("a published site's page says what it shows, in words that need no script, and nothing from inside", async () => {
  const html = renderToStaticMarkup(await PublicSitePage(at("around-hulme")));
  for (const text of ["Around Hulme", "Come in.", "Juniper Garden", "1 Jackson Crescent", "hello@juniper.example"]) {
    expect(html).toContain(text);
  }
  for (const text of ["Back office", "Rowan Hall", "Closed for repairs", "Age Friendly", "/places/"]) {
    expect(html).not.toContain(text);
  }
  const partner = renderToStaticMarkup(await PublicPartnerPage(await partnerAt("around-hulme", "garden")));
  expect(partner).toContain("Come and dig.");
  expect(partner).not.toContain("Back office");
});

test("search engines are told of a published site, and of no other", async () => {
  expect(await generateMetadata(at("around-hulme"))).toEqual({
    title: "Around Hulme",
    description: "What is on",
    robots: { index: true, follow: true },
  });
  expect(await generateMetadata(at("aged"))).toEqual({});
});

test("what is not published, not shown or not there has no page", async () => {
  const missing = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };
  const pages = [
    PublicSitePage(at("aged")),
    PublicSitePage(at("nowhere")),
    PublicPartnerPage(await partnerAt("around-hulme", "hall")),
    PublicPartnerPage(await partnerAt("around-hulme", "quay")),
    PublicPartnerPage(await partnerAt("aged", "garden")),
  ];
  for (const page of pages) {
    const found = await page;
    expect(() => renderToStaticMarkup(found)).toThrow(expect.objectContaining(missing));
  }
});

test("a visit takes at most three statements, kept or not, and a partner's page two", async () => {
  shared.__incrementalCache = dataCacheForTest().cache;
  expect(await countStatements(() => PublicSitePage(at("around-hulme")))).toBe(3);
  expect(await countStatements(() => PublicSitePage(at("around-hulme")))).toBeLessThanOrEqual(3);
  const partner = await partnerAt("around-hulme", "garden");
  expect(await countStatements(() => PublicPartnerPage(partner))).toBe(2);
});
