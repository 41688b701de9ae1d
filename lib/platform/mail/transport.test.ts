import { expect, it } from "vitest";
import { STOP_GRACE_MS } from "@/lib/platform/stop-grace";
import { mailTransport } from "./transport";

it("a silent mail server is given up before a stopping worker is killed, whatever step it is silent at", () => {
  const options: object = mailTransport("smtp://mail.example").options;
  const waits = ["dnsTimeout", "connectionTimeout", "greetingTimeout", "socketTimeout"];
  expect(options).toMatchObject({ host: "mail.example", disableFileAccess: true, disableUrlAccess: true });
  expect(waits.filter((name) => !(Number(Reflect.get(options, name)) < STOP_GRACE_MS))).toEqual([]);
});
