import { describe, expect, it, test } from "vitest";
import { LONGEST, MOST_CHANGES } from "./constants";
import {
  deletePartnerSchema,
  hidePartnerSchema,
  partnerEditSchema,
  partnerFormSchema,
  partnerUpdateSchema,
} from "./schemas";

const whole = { name: "Juniper Garden", addNeighbourhoods: "hulme" };

/** The sentences about a form, by field; what belongs to no field stands under "". */
function faultsOf(result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) {
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0] ?? ""), message]));
}

describe("the form of a new partner", () => {
  it("takes one place or several, and gives lists without blanks and doubles", () => {
    expect(partnerFormSchema.parse(whole)).toEqual({ ...whole, addNeighbourhoods: ["hulme"], addTags: [] });
    const sent = { ...whole, addNeighbourhoods: ["hulme", " ", "", "hulme", "ardwick"], addTags: "" };
    expect(partnerFormSchema.parse(sent)).toMatchObject({ addNeighbourhoods: ["hulme", "ardwick"], addTags: [] });
  });

  it.each([
    ["name", "A".repeat(LONGEST.name), "A".repeat(LONGEST.name)],
    ["summary", "a".repeat(200), "a".repeat(200)],
    ["website", "http://juniper.example/a?b#c", "http://juniper.example/a?b#c"],
    ["website", "  ", ""],
    ["postcode", "m15 5aj", "M15 5AJ"],
    ["postcode", "SW1A1AA", "SW1A 1AA"],
    ["publicContactPhone", "0161 496 0000 (ask for Jo)", "0161 496 0000 (ask for Jo)"],
    ["publicContactEmail", "jo.o'neill+x@mail.juniper.example", "jo.o'neill+x@mail.juniper.example"],
    ["slug", "a-1", "a-1"],
    ["line1", " 1  High  Street ", "1 High Street"],
    ["accessibility", "One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."],
  ])("takes %s %j as %j", (field, sent, kept) => {
    const address = { line1: "1 High Street", postcode: "M15 5AJ", addressPlace: "hulme" };
    expect(partnerFormSchema.parse({ ...whole, ...address, [field]: sent })).toMatchObject({ [field]: kept });
  });

  it.each([
    ["name", "Elms", /at least 5 characters/],
    ["name", " \t ", /at least 5 characters/],
    ["name", "A".repeat(LONGEST.name + 1), /to 120 characters/],
    ["name", "Juniper\tGarden\u0007", /on one line/],
    ["summary", "a".repeat(201), /to 200 characters/],
    ["description", "a".repeat(LONGEST.description + 1), /to 5,000 characters/],
    ["website", "juniper.example", /whole address/],
    ["website", "ftp://juniper.example", /whole address/],
    ["website", "https://juniper", /whole address/],
    ["website", "https://jo:secret@juniper.example", /whole address/],
    ["publicContactPhone", "ring Jo", /telephone number/],
    ["internalContactEmail", "jo@juniper", /e-mail address/],
    ["internalContactEmail", "jo@@juniper.example", /e-mail address/],
    ["slug", "Juniper", /small letters/],
    ["slug", "-juniper", /small letters/],
    ["postcode", "M15", /whole postcode/],
    ["summary", "half a \ud800 pair", /cannot be kept/],
    ["openingHours", "whenever", /not understood/],
    ["socials", "everywhere", /not understood/],
    ["addTags", "x".repeat(501), /on offer/],
  ])("refuses %s %j in a sentence", (field, sent, sentence) => {
    const faults = faultsOf(partnerFormSchema.safeParse({ ...whole, [field]: sent }));
    expect(faults[field]).toMatch(sentence);
    expect(faults[field]).toMatch(/\.$/);
  });

  it("asks for a place, a whole address, and a summary above a description", () => {
    expect(Object.keys(faultsOf(partnerFormSchema.safeParse({ name: whole.name })))).toEqual(["addNeighbourhoods"]);
    const half = { name: whole.name, city: "Manchester", description: "Come and dig." };
    expect(Object.keys(faultsOf(partnerFormSchema.safeParse(half)))).toEqual([
      "summary",
      "line1",
      "postcode",
      "addressPlace",
    ]);
    const address = { line1: "1 High Street", postcode: "M15 5AJ", addressPlace: "hulme" };
    expect(partnerFormSchema.safeParse({ name: whole.name, ...address }).success).toBe(true);
  });

  it("takes the one place chosen for the address, also behind the blank that says that none may be", () => {
    const address = { line1: "1 High Street", postcode: "M15 5AJ" };
    const parse = (addressPlace: string | string[]) =>
      partnerFormSchema.safeParse({ ...whole, ...address, addressPlace });
    expect(parse(["", "hulme"]).data).toMatchObject({ addressPlace: "hulme" });
    expect(faultsOf(parse(["", ""]))).toHaveProperty("addressPlace");
    expect(faultsOf(parse(["hulme", "ardwick"])).addressPlace).toBe("Choose one place.");
  });

  it("refuses a field that it does not have, and more than a person picks by hand", () => {
    expect(faultsOf(partnerFormSchema.safeParse({ ...whole, hidden: "1" }))[""]).toMatch(/does not have/);
    const many = Array.from({ length: MOST_CHANGES + 1 }, (_, index) => `place-${index}`);
    expect(faultsOf(partnerFormSchema.safeParse({ ...whole, addNeighbourhoods: many }))).toHaveProperty(
      "addNeighbourhoods",
    );
  });
});

describe("the form of an edit", () => {
  const record = { partnerId: "garden", version: "3" };

  it("needs neither name nor place, and reads the version as a number", () => {
    expect(partnerEditSchema({}).parse(record)).toEqual({
      partnerId: "garden",
      version: 3,
      addNeighbourhoods: [],
      removeNeighbourhoods: [],
      addTags: [],
      removeTags: [],
    });
  });

  it.each(["", "0", "-1", "1.5", "soon", undefined])("refuses the version %j", (version) => {
    expect(faultsOf(partnerEditSchema({}).safeParse({ ...record, version }))).toHaveProperty("version");
  });

  it("lets a value stay that no form would take, whatever its line ends, and refuses another of the kind", () => {
    const before = { name: "Elm", summary: "a\nb".repeat(100), website: "elm.example" };
    const sent = { ...record, name: "Elm ", summary: before.summary.replaceAll("\n", "\r\n"), website: "elm.example" };
    expect(partnerEditSchema(before).parse(sent)).toMatchObject(before);
    const changed = { ...record, name: "Oak", summary: `${before.summary}c`, website: "oak.example" };
    expect(Object.keys(faultsOf(partnerEditSchema(before).safeParse(changed)))).toEqual(["name", "summary", "website"]);
  });

  it("judges the address and the summary as they would be, and only where they change", () => {
    const before = { description: "Come and dig.", line1: "1 High Street" };
    const schema = partnerEditSchema(before);
    expect(schema.safeParse({ ...record, name: "Juniper Garden" }).success).toBe(true);
    expect(Object.keys(faultsOf(schema.safeParse({ ...record, city: "Salford" })))).toEqual([
      "postcode",
      "addressPlace",
    ]);
    expect(Object.keys(faultsOf(schema.safeParse({ ...record, description: "Come." })))).toEqual(["summary"]);
    expect(schema.safeParse({ ...record, line1: "" }).success).toBe(true);
    expect(schema.safeParse({ ...record, city: "Salford", clearAddress: "on" }).success).toBe(true);
  });

  it("misses the address's place where it is taken away alone, and nothing where all of the address goes", () => {
    const before = { line1: "1 High Street", postcode: "M15 5AJ", addressPlace: "hulme" };
    const schema = partnerEditSchema(before);
    expect(faultsOf(schema.safeParse({ ...record, ...before, addressPlace: "" }))).toEqual({
      addressPlace: "Choose the neighbourhood that the address lies in.",
    });
    const blank = { line1: "", postcode: "", addressPlace: "" };
    expect(schema.parse({ ...record, ...blank })).toMatchObject(blank);
    expect(schema.parse({ ...record, ...before, addressPlace: ["", "hulme"] })).toMatchObject(before);
    expect(partnerUpdateSchema.parse({ ...record, addressPlace: ["", "hulme"] })).toMatchObject({
      addressPlace: "hulme",
    });
  });

  it("as it comes to the server is not endless either", () => {
    expect(faultsOf(partnerUpdateSchema.safeParse({ ...record, description: "a".repeat(20_001) }))).toHaveProperty(
      "description",
    );
    expect(faultsOf(partnerUpdateSchema.safeParse({ ...record, tags: ["age"] }))[""]).toMatch(/does not have/);
  });
});

test.each([
  [{ partnerId: "garden", reason: "\r\n" }, /why/],
  [{ partnerId: "garden", reason: "a".repeat(LONGEST.reason + 1) }, /to 500 characters/],
  [{ partnerId: "garden" }, /text/],
])("hiding takes a reason of a few words", (sent, sentence) => {
  expect(faultsOf(hidePartnerSchema.safeParse(sent)).reason).toMatch(sentence);
});

test.each([[""], ["x".repeat(501)], ["a\u0000b"], [undefined], [["a"]]])("no record is named %j", (partnerId) => {
  expect(faultsOf(deletePartnerSchema.safeParse({ partnerId, version: 1 }))).toHaveProperty("partnerId");
});
