import { env } from "@/env";

/** What `npm start` says once the portal answers: its address, and in demo mode whom to be and where mail goes. */
export async function welcome(dataDir: string): Promise<string[]> {
  const lines = ["", `Remit is ready: ${env.appUrl}`];
  if (env.demo) {
    const { demoAccounts } = await import("@/lib/platform/sign-in/constants");
    const width = Math.max(...demoAccounts.map((account) => account.role.length));
    lines.push("", "Demo accounts, one click each on the sign-in page:");
    for (const account of demoAccounts)
      lines.push(`  ${account.role.padEnd(width)}  ${account.email}  (${account.name})`);
  }
  lines.push("", whereMailGoes());
  if (env.embedded) lines.push(`Data are kept in ${dataDir}.`);
  return [...lines, "Press Ctrl-C to stop.", ""];
}

function whereMailGoes(): string {
  if (env.smtpUrl !== null) return `Mail is handed to ${new URL(env.smtpUrl).host}.`;
  if (env.demo) return `Mail is not sent; read it at ${env.appUrl}/mailbox.`;
  return "Mail is not sent, because SMTP_URL is not set.";
}
