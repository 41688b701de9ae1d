import { describe, expect, it } from "vitest";
import { siteEditSchema, siteFormSchema } from "./schemas";

const plain = { name: "Around Hulme", slug: "around-hulme" };

function faultsOf(fields: object): string[] {
  const parsed = siteFormSchema.safeParse({ ...plain, ...fields });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0] ?? ""));
}

describe("a public address", () => {
  it.each(["a", "hulme", "hulme-and-moss-side", "m15", "x".repeat(63)])("may be %s", (slug) => {
    expect(faultsOf({ slug })).toEqual([]);
  });
  it.each([
    "",
    " ",
    "Hulme",
    "hulme moss",
    "hulme_moss",
    "-hulme",
    "hulme-",
    "a--b",
    "hulme/moss",
    "hülme",
    "x".repeat(64),
  ])("may not be %j", (slug) => {
    expect(new Set(faultsOf({ slug }))).toEqual(new Set(["slug"]));
  });
});

describe("a domain", () => {
  it.each(["", "hulme.example", "a.b-c.example", "xn--hlme-0ra.example"])("may be %j", (domain) => {
    expect(faultsOf({ domain })).toEqual([]);
  });
  it("is kept in small letters", () => {
    expect(siteFormSchema.parse({ ...plain, domain: " Hulme.EXAMPLE " }).domain).toBe("hulme.example");
  });
  it.each([
    "hulme",
    "https://hulme.example",
    "hulme.example/",
    "hulme.example:80",
    "me@hulme.example",
    "-hulme.example",
    "hulme..example",
    "hulme.example.",
    "127.0.0.1",
    "hul me.example",
    `${"a".repeat(64)}.example`,
  ])("may not be %j", (domain) => {
    expect(new Set(faultsOf({ domain }))).toEqual(new Set(["domain"]));
  });
});

describe("an edit", () => {
  it("lets what was loaded outside of today's bounds stay, and holds anything else to them", () => {
    const schema = siteEditSchema({ slug: "Old Slug" });
    const record = { siteId: "around", version: "1" };
    expect(schema.parse({ ...record, slug: "Old Slug " }).slug).toBe("Old Slug");
    expect(schema.safeParse({ ...record, slug: "New Slug" }).success).toBe(false);
  });

  it("refuses a field that the form does not have", () => {
    const sent = { siteId: "around", version: "1", published: "true" };
    expect(siteEditSchema({}).safeParse(sent).success).toBe(false);
  });
});
