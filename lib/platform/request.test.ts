import { describe, expect, it } from "vitest";
import { sourceOf } from "./request";

describe("the source that rate limits count by", () => {
  it("is the last entry of X-Forwarded-For, the only one that our own proxy has written", () => {
    expect(sourceOf("203.0.113.9", false)).toBe("203.0.113.9");
    expect(sourceOf("1.2.3.4, 5.6.7.8, 203.0.113.9", false)).toBe("203.0.113.9");
  });

  it("does not change with what a client puts before it", () => {
    expect(sourceOf("9.9.9.9, 203.0.113.9", false)).toBe(sourceOf("8.8.8.8, 203.0.113.9", false));
  });

  it("is one and the same for everybody in embedded mode, whatever the header says", () => {
    expect(sourceOf("1.2.3.4", true)).toBe(sourceOf(null, true));
  });

  it("is the network of 64 bits for IPv6, and the plain address for IPv4 inside IPv6", () => {
    expect(sourceOf("2001:db8:1:2:aaaa::1", false)).toBe("2001:db8:1:2::/64");
    expect(sourceOf("2001:0db8:0001:0002:bbbb:cccc:dddd:eeee", false)).toBe("2001:db8:1:2::/64");
    expect(sourceOf("2001:db8::1", false)).toBe("2001:db8:0:0::/64");
    expect(sourceOf("::ffff:203.0.113.9", false)).toBe("203.0.113.9");
  });

  it("is one common source for everything that is no address, so that nonsense buys no fresh allowance", () => {
    for (const nonsense of ["a", "b", "", "<script>", "203.0.113"]) expect(sourceOf(nonsense, false)).toBe("unknown");
  });
});
