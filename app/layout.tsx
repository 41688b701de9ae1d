import "server-only";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { getTheme } from "@/lib/people/theme/queries";

/** What every page says about itself; titles come from the pages' own headings (`PageTitle`). */
export const metadata: Metadata = {
  applicationName: "Remit",
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

/** The two values of `--canvas` in globals.css. */
const canvas = { light: "#f5f7f6", dark: "#0e1211" };

/** Browser chrome takes the canvas colour of the theme that was chosen, or of the system's. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await getTheme();
  if (theme !== "system") return { themeColor: canvas[theme] };
  return {
    themeColor: (["light", "dark"] as const).map((scheme) => ({
      media: `(prefers-color-scheme: ${scheme})`,
      color: canvas[scheme],
    })),
  };
}

/**
 * The document. It awaits the request, so that no page is ever prerendered: a prerendered page would carry neither the
 * nonce of the content security policy nor the right person's data. The theme stands on the root element from the
 * first byte, so that no page flashes in the other one.
 */
export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const nonce = (await headers()).get("x-nonce");
  const theme = await getTheme();
  return (
    <html lang="en-GB" data-theme={theme === "system" ? undefined : theme}>
      <head>{nonce !== null && <meta property="csp-nonce" content={nonce} />}</head>
      <body>{children}</body>
    </html>
  );
}
