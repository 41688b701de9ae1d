import { expect, it } from "vitest";
import { redirectOf } from "./redirects";

const secure = new URL("https://open.example/a/b.ics");
const plain = new URL("http://open.example/a/b.ics");

it("an answer leads on to what it names, seen from where it came from", () => {
  expect(redirectOf(301, "https://other.example/c", plain)?.href).toBe("https://other.example/c");
  expect(redirectOf(302, "c.ics?x=1", secure)?.href).toBe("https://open.example/a/c.ics?x=1");
  expect(redirectOf(308, "//other.example/c", secure)?.href).toBe("https://other.example/c");
  expect(redirectOf(307, "http://other.example/c", plain)?.href).toBe("http://other.example/c");
});

it("any other answer leads nowhere, whatever it names", () => {
  for (const status of [200, 201, 300, 304, 404]) expect(redirectOf(status, "/c", secure)).toBeNull();
});

it("a secure way never goes on over an insecure one", () => {
  expect(() => redirectOf(301, "http://open.example/a/b.ics", secure)).toThrow("bad_redirect");
});
