import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Property tests and the command's tests start processes; the machine of a CI may have two slow cores.
    testTimeout: 30_000,
    reporters: ["default"],
  },
});
