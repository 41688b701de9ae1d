import "server-only";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";

/** What every page says about itself; titles come from the pages' own headings (`PageTitle`). */
export const metadata: Metadata = {
  applicationName: "Remit",
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

/** Browser chrome takes the canvas colour of either theme; the two values are those of `--canvas` in globals.css. */
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f7f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1211" },
  ],
};

/**
 * The document. It awaits the request, so that no page is ever prerendered: a prerendered page would carry neither the
 * nonce of the content security policy nor the right person's data.
 */
export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const nonce = (await headers()).get("x-nonce");
  return (
    <html lang="en-GB">
      <head>{nonce !== null && <meta property="csp-nonce" content={nonce} />}</head>
      <body>{children}</body>
    </html>
  );
}
