// A name with a hash of its content in it never changes its meaning, so it may be kept for good.
export const isHashed = (name) => /-[A-Z0-9]{8}\.\w+$/.test(name);
