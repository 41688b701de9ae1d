import * as z from "zod/mini";

/** Longest address that mail can be sent to. Source: RFC 5321, 4.5.3.1.3. */
const LONGEST_EMAIL = 254;

const email = z
  .string("Give your e-mail address.")
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, "Give your e-mail address."),
    z.maxLength(LONGEST_EMAIL, "This e-mail address is too long."),
    z.email("This does not look like an e-mail address, such as name@portal.example."),
  );

/** Asking for a sign-in mail. Where to return to is judged on the server; anything that is no page of ours is ignored. */
export const requestSignInSchema = z.object({ email, returnTo: z.optional(z.string()) });

/** The code from the mail, as people type it: spaces and hyphens between the digits do not matter. */
export const signInCodeSchema = z.object({
  code: z.pipe(
    z.pipe(
      z.string("Type the code from the mail."),
      z.transform((typed: string) => typed.replace(/[\s-]/g, "")),
    ),
    z.string().check(z.regex(/^\d{6}$/, "The code has six digits.")),
  ),
});

/** The press of the button on the page that the mailed link opens. */
export const confirmLinkSchema = z.object({ token: z.string().check(z.maxLength(100)) });

/** The press of a demo account's button. Where to return to is judged on the server, as for a mail. */
export const demoSignInSchema = z.object({
  email: z.string().check(z.maxLength(LONGEST_EMAIL)),
  returnTo: z.optional(z.string()),
});

/** Signing out needs nothing. */
export const signOutSchema = z.object({});
