export { MirrorHome as default } from '../../../../src/mirror/mirror-home.tsx'
