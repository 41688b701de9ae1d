import { describe, expect, it } from "vitest";
import { giveGrantSchema, readGrantProposal } from "./schemas";

const nothing = { neighbourhoods: [], partnerships: [], partner: "", endsOn: null };

describe("a role as a form proposes it", () => {
  it.each([
    [{ role: "root" }, nothing],
    [
      { role: "neighbourhood_admin", neighbourhoods: "hulme" },
      { ...nothing, neighbourhoods: ["hulme"] },
    ],
    [
      { role: "partnership_admin", neighbourhoods: ["a", "b", "a", " "], partnerships: "age" },
      { ...nothing, neighbourhoods: ["a", "b"], partnerships: ["age"] },
    ],
    [
      { role: "partner_admin", partner: " garden ", endsOn: "2099-12-31", neighbourhoods: "" },
      { ...nothing, partner: "garden", endsOn: "2099-12-31" },
    ],
  ])("%j is read, with blank rows and blank fields left out", (sent, read) => {
    expect(giveGrantSchema.parse({ userId: "a@b.example", ...sent })).toMatchObject(read);
  });

  it.each([
    [{ role: "root", partner: "garden" }, ["partner"]],
    [{ role: "neighbourhood_admin" }, ["neighbourhoods"]],
    [{ role: "neighbourhood_admin", neighbourhoods: "hulme", partnerships: "age" }, ["partnerships"]],
    [{ role: "partnership_admin" }, ["neighbourhoods", "partnerships"]],
    [{ role: "partner_admin", neighbourhoods: "hulme" }, ["neighbourhoods", "partner"]],
    [{ role: "partner_admin", partner: "nul\u0000" }, ["partner"]],
  ])("%j is refused on its fields", (sent, fields) => {
    const parsed = giveGrantSchema.safeParse({ userId: "a@b.example", ...sent });
    expect([...new Set(parsed.error?.issues.map(({ path }) => path[0]))].toSorted()).toEqual(fields);
  });
});

describe("a role as an address proposes it", () => {
  it("is whole or not yet, and what is chosen so far stays in the form", () => {
    expect(readGrantProposal("a@b.example", { role: "partnership_admin", neighbourhoods: ["hulme"] })).toEqual({
      values: { role: "partnership_admin", neighbourhoods: ["hulme"], partnerships: [], partner: "", endsOn: "" },
      proposal: null,
    });
    const whole = readGrantProposal("a@b.example", { role: "partner_admin", partner: "garden", endsOn: "" });
    expect(whole.proposal).toEqual({ ...nothing, userId: "a@b.example", role: "partner_admin", partner: "garden" });
  });

  it("never fails, whatever stands there", () => {
    for (const role of [undefined, "king", ["root", "king"], "\u0000"]) {
      const { values } = readGrantProposal("a@b.example", { role, neighbourhoods: "\u0000", partner: ["a", "b"] });
      expect(values).toMatchObject({ role: Array.isArray(role) ? "root" : "", neighbourhoods: [], partner: "a" });
    }
  });
});
