"use client";

import "./globals.css";
import ErrorPage from "./error";

/** The same page where even the document around it failed. What is left of that document tells the theme. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; retry: () => void }) {
  const theme = typeof document === "undefined" ? undefined : document.documentElement.dataset.theme;
  return (
    <html lang="en-GB" data-theme={theme}>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
