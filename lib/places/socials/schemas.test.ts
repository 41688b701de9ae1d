import { expect, it, test } from "vitest";
import { readSocials, writeSocials } from "./schemas";

test("networks are one on a line, in small letters, with anything after the colon", () => {
  expect(readSocials("Instagram: birleyfields\n\n X : https://x.example/birley \n")).toEqual({
    socials: { instagram: "birleyfields", x: "https://x.example/birley" },
  });
});

it.each([
  ["birleyfields", "is not understood"],
  [": birleyfields", "is not understood"],
  ["Instagram:", "is not understood"],
  ["__proto__: x", "is not understood"],
  ["Instagram: a\ninstagram: b", "instagram is given twice"],
])("what makes no sense is named: %j", (text, fault) => {
  expect(readSocials(text)).toEqual({ fault: expect.stringContaining(fault) });
});

test("networks that were written are read back as they were", () => {
  const socials = { instagram: "birleyfields", facebook: "birley" };
  expect(writeSocials(socials)).toBe("facebook: birley\ninstagram: birleyfields");
  expect(readSocials(writeSocials(socials))).toEqual({ socials });
});
