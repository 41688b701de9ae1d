import { describe, expect, it } from "vitest";
import { partnerPeoplePath } from "@/lib/people/partner-admins/constants";
import { userPath } from "./constants";
import { userEditSchema } from "./schemas";

const before = { name: "x".repeat(300), phone: "ask Jo" };
const sent = { userId: "a@b.example", version: "3" };

describe("an edit of a person", () => {
  it("may leave what was loaded outside today's bounds as it is, and change the rest", () => {
    const edit = { ...sent, name: ` ${before.name} `, phone: "0161 496 0000" };
    expect(userEditSchema(before).parse(edit)).toEqual({
      ...sent,
      version: 3,
      name: before.name,
      phone: "0161 496 0000",
    });
    expect(userEditSchema(before).parse({ ...sent, phone: "" })).toEqual({ ...sent, version: 3, phone: "" });
  });

  it.each([{ name: `${before.name}y` }, { name: " " }, { phone: "ask Ann" }, { phone: "0".repeat(41) }])(
    "may not change it to %j",
    (fields) => {
      expect(userEditSchema(before).safeParse({ ...sent, ...fields }).success).toBe(false);
    },
  );
});

describe("addresses of pages", () => {
  it("name a person by e-mail address, and by id where that would read as something else", () => {
    expect(userPath({ userId: "u", email: "a+b/c@d.example" })).toBe("/people/a%2Bb%2Fc%40d.example");
    expect(userPath({ userId: "u", email: ".." })).toBe("/people/u");
  });

  it("name a partner by external id unless it reads as something else", () => {
    expect(partnerPeoplePath({ id: "u", externalId: "hulme/garden" })).toBe("/places/partners/hulme%2Fgarden/people");
    for (const externalId of [null, ".", "..", "new"]) {
      expect(partnerPeoplePath({ id: "u", externalId })).toBe("/places/partners/u/people");
    }
  });
});
