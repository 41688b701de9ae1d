import { describe, expect, it } from "vitest";
import { requestSignInSchema, signInCodeSchema } from "./schemas";

describe("an address", () => {
  it("is kept trimmed and in lower case", () => {
    expect(requestSignInSchema.parse({ email: "  Amina@Remit.Example " }).email).toBe("amina@remit.example");
  });

  it.each([
    "",
    " ",
    "amina",
    "amina@",
    "@remit.example",
    "a b@remit.example",
    "a@b\r\nBcc: c@d.example",
    `${"a".repeat(250)}@remit.example`,
  ])("is refused when it is %j", (email) => {
    expect(requestSignInSchema.safeParse({ email }).success).toBe(false);
  });
});

describe("a code", () => {
  it.each(["123456", " 123 456 ", "123-456", "12 34 56"])("may be typed as %j", (code) => {
    expect(signInCodeSchema.parse({ code }).code).toBe("123456");
  });

  it.each(["", "12345", "1234567", "12345a", "１２３４５６"])("is refused as %j", (code) => {
    expect(signInCodeSchema.safeParse({ code }).success).toBe(false);
  });
});
