import { expect, it } from "vitest";
import { isPublicAddress, literalAddress, publicPolicy } from "./addresses";

it.each(["1.1.1.1", "185.199.108.153", "2606:4700:4700::1111", "2a00:1450:4009:81f::200e"])(
  "%s is an address of the public internet",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ["this network", "0.0.0.0"],
  ["private", "10.0.0.1"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.255.255.254"],
  ["link-local, where clouds tell their secrets", "169.254.169.254"],
  ["shared between customers", "100.64.0.1"],
  ["shared between customers", "100.127.255.254"],
  ["of protocols", "192.0.0.8"],
  ["documentation", "192.0.2.1"],
  ["documentation", "198.51.100.1"],
  ["documentation", "203.0.113.1"],
  ["benchmarks", "198.18.0.1"],
  ["relays of 6to4", "192.88.99.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["unspecified", "::"],
  ["loopback", "::1"],
  ["loopback as an IPv4-compatible one", "::7f00:1"],
  ["mapped loopback", "::ffff:127.0.0.1"],
  ["mapped, though public inside", "::ffff:1.1.1.1"],
  ["translated", "::ffff:0:127.0.0.1"],
  ["NAT64", "64:ff9b::7f00:1"],
  ["local NAT64", "64:ff9b:1::a00:1"],
  ["6to4", "2002:7f00:1::"],
  ["Teredo", "2001::1"],
  ["unique local", "fd12:3456::1"],
  ["unique local", "fc00::1"],
  ["link-local", "fe80::1"],
  ["link-local with a zone", "fe80::1%eth0"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["documentation", "2001:db8::1"],
  ["discarded", "100::1"],
  ["not given out", "4000::1"],
  ["no address", "hulme.example"],
  ["nothing", ""],
])("an address that is %s (%s) is not", (_kind, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it("only the two ports of the web are open", () => {
  expect([22, 25, 80, 443, 3000, 5432, 8080].filter(publicPolicy.allowsPort)).toEqual([80, 443]);
});

it("an address in the place of a name is known as one, in brackets too", () => {
  expect(literalAddress("[::1]")).toEqual({ address: "::1", family: 6 });
  expect(literalAddress("10.0.0.1")).toEqual({ address: "10.0.0.1", family: 4 });
  expect(literalAddress("hulme.example")).toBeNull();
});
