/** Tailwind reads its own configuration from `app/globals.css`. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
