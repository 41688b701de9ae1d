import { describe, expect, test } from "vitest";
import { inheritedEnvironment, parseEnv, parseSettings, StartError } from "./env";

const external = {
  DATABASE_URL: "postgres://portal:hunter2@db.example:5432/remit",
  APP_URL: "https://portal.example",
  AUTH_SECRET: "0123456789012345678901234567890123456789",
  SMTP_URL: "smtp://mail.example:587",
};

const embedded = {
  DATABASE_URL: "postgres://remit_owner:x@127.0.0.1:40000/remit",
  REMIT_EMBEDDED: "1",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: external.AUTH_SECRET,
};

describe("settings", () => {
  test("nothing need be given for the embedded server", () => {
    expect(parseSettings({})).toMatchObject({ PORT: 3000, DATA_DIR: ".data", LOG_LEVEL: "info" });
  });

  test("an empty value counts as not given", () => {
    expect(parseSettings({ PORT: "", DATABASE_URL: "" })).toEqual(parseSettings({}));
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["APP_URL", "portal.example"],
    ["APP_URL", "https://portal.example/admin"],
    ["DATABASE_URL", "mysql://db.example/remit"],
    ["DATABASE_URL", "postgres"],
    ["AUTH_SECRET", "short"],
    ["SMTP_URL", "mail.example:587"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b.example\nBcc: c@d.example"],
    ["DEMO", "yes"],
    ["LOG_LEVEL", "loud"],
  ])("a malformed %s (%j) is refused in one sentence that names it and not its value", (name, value) => {
    const parse = () => parseSettings({ ...external, [name]: value });
    expect(parse).toThrow(StartError);
    expect(parse).toThrow(new RegExp(`^${name} must [^\n]*\\.$`));
    expect(parse).not.toThrow("hunter2");
  });

  test("all that is missing beside DATABASE_URL is named at once", () => {
    const { DATABASE_URL, AUTH_SECRET } = external;
    expect(() => parseSettings({ DATABASE_URL })).toThrow(
      "APP_URL, AUTH_SECRET and SMTP_URL must be set when DATABASE_URL is set.",
    );
    expect(() => parseSettings({ DATABASE_URL, AUTH_SECRET })).toThrow(
      "APP_URL and SMTP_URL must be set when DATABASE_URL is set.",
    );
  });

  test.each(["DATABASE_OWNER_URL", "DATABASE_DIRECT_URL", "DATABASE_REPLICA_URL"])("%s alone is refused", (name) => {
    expect(() => parseSettings({ [name]: external.DATABASE_URL })).toThrow(
      `DATABASE_URL must be set when ${name} is set.`,
    );
  });
});

describe("the settings of a process", () => {
  test("cannot be changed", () => {
    expect(Object.isFrozen(parseEnv(external))).toBe(true);
  });

  test("the owner's login falls back to the direct address and then to the only one", () => {
    const direct = "postgres://portal:x@db.example:5433/remit";
    const owner = "postgres://owner:x@db.example:5433/remit";
    expect(parseEnv(external).databaseOwnerUrl).toBe(external.DATABASE_URL);
    expect(parseEnv({ ...external, DATABASE_DIRECT_URL: direct }).databaseOwnerUrl).toBe(direct);
    expect(parseEnv({ ...external, DATABASE_DIRECT_URL: direct, DATABASE_OWNER_URL: owner }).databaseOwnerUrl).toBe(
      owner,
    );
  });

  test("the portal's address loses a slash at its end", () => {
    expect(parseEnv({ ...external, APP_URL: "https://portal.example/" }).appUrl).toBe("https://portal.example");
  });

  test("mail comes from the portal's own host unless a sender is given", () => {
    expect(parseEnv(external).mailFrom).toBe("Remit <remit@portal.example>");
    expect(parseEnv({ ...external, MAIL_FROM: "Desk <desk@city.example>" }).mailFrom).toBe("Desk <desk@city.example>");
  });
});

test("the design pages are served where somebody asks for them, and nowhere else", () => {
  expect(parseEnv(external).designPages).toBe(false);
  expect(parseEnv(embedded).designPages).toBe(false);
  expect(parseEnv({ ...external, DESIGN_PAGES: "1" }).designPages).toBe(true);
  expect(() => parseSettings({ DESIGN_PAGES: "yes" })).toThrow("DESIGN_PAGES must be 0 or 1.");
});

describe("demo mode", () => {
  test("is there under the embedded server", () => {
    expect(parseEnv(embedded)).toMatchObject({ embedded: true, demo: true });
  });

  test("is not there with DEMO=0, and with it neither demo accounts nor a mailbox", () => {
    expect(parseEnv({ ...embedded, DEMO: "0" })).toMatchObject({ embedded: true, demo: false });
  });

  test.each([
    ["without the flag", external],
    ["with the flag set by hand", { ...external, REMIT_EMBEDDED: "1" }],
    ["with the flag and DEMO=1 set by hand", { ...external, REMIT_EMBEDDED: "1", DEMO: "1" }],
    [
      "as another user of a database on this machine",
      { ...external, REMIT_EMBEDDED: "1", DATABASE_URL: "postgres://portal:x@127.0.0.1/remit" },
    ],
    [
      "on another machine as a user of that name",
      { ...external, REMIT_EMBEDDED: "1", DATABASE_URL: "postgres://remit_owner:x@db.example/remit" },
    ],
  ])("never is with a database of one's own %s", (_case, source) => {
    expect(parseEnv(source)).toMatchObject({ embedded: false, demo: false });
  });

  test("the flag is taken out of what commands read and hand on", () => {
    process.env.REMIT_EMBEDDED = "1";
    try {
      expect(inheritedEnvironment()).not.toHaveProperty("REMIT_EMBEDDED");
    } finally {
      delete process.env.REMIT_EMBEDDED;
    }
  });
});
