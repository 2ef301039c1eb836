// What a browser of today has, and nothing that is not declared.
const browser = ["AbortController", "AbortSignal", "clearInterval", "clearTimeout", "confirm", "document", "DOMParser", "Element", "Event",
  "EventSource", "fetch", "FormData", "Headers", "history", "Intl", "localStorage", "location", "navigator", "Node", "requestAnimationFrame",
  "sessionStorage", "setInterval", "setTimeout", "TextDecoder", "URL", "URLSearchParams", "window", "SwaggerUIBundle", "console", "performance",
  "prompt", "alert", "crypto", "getComputedStyle", "matchMedia", "ResizeObserver", "IntersectionObserver", "CSS", "Blob", "File", "Response", "XMLHttpRequest"];

export default [
  {
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "module",
      globals: Object.fromEntries(browser.map((name) => [name, "readonly"])),
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "eqeqeq": "error",
      "no-const-assign": "error",
      "no-dupe-keys": "error",
      "no-eval": "error",
      "no-fallthrough": "error",
      "no-implied-eval": "error",
      "no-redeclare": "error",
      "no-self-assign": "error",
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "prefer-const": "error",
      "valid-typeof": "error",
    },
  },
  {
    // Scripts, not modules: they share what they declare at the top, as a page loads one after the other.
    files: ["**/comparisons/*.js", "**/docs/*.js", "**/pages/*.js", "**/vins/*.js"],
    languageOptions: { sourceType: "script", globals: { OURS: "readonly", signInWith: "writable" } },
    rules: { "no-redeclare": ["error", { builtinGlobals: false }], "no-unused-vars": ["error", { vars: "local", caughtErrors: "none" }] },
  },
];
