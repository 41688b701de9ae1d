/**
 * Days that a session is kept after it ended or expired: whoever has none has not signed in for at least as long. The audit
 * trail keeps its beginning and end for good.
 */
export const KEPT_SESSION_DAYS = 30;

/** An account that the sign-in page offers in demo mode. `role` says in plain words what the person holds. */
export type DemoAccount = Readonly<{ role: string; email: string; name: string }>;

/**
 * One account for each kind of role, in the order in which they are offered, and the only ones that a click signs in to.
 * They are people of the demo world, all active; a portal in earnest has none of them and never offers any.
 */
export const demoAccounts: readonly DemoAccount[] = [
  { role: "Root", email: "ruth.adeyemi@remit.example", name: "Ruth Adeyemi" },
  { role: "Neighbourhood admin", email: "nasreen.malik@remit.example", name: "Nasreen Malik" },
  { role: "Partnership admin", email: "patience.okoro@remit.example", name: "Patience Okoro" },
  { role: "Partner admin", email: "joyce.appiah@remit.example", name: "Joyce Appiah" },
  { role: "Several roles", email: "mel.hartley@remit.example", name: "Mel Hartley" },
  { role: "Support", email: "saoirse.quinn@remit.example", name: "Saoirse Quinn" },
  { role: "No role yet", email: "yusuf.karim@remit.example", name: "Yusuf Karim" },
];
