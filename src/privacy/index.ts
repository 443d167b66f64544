export { Caretaker } from './caretaker';
export { PrivacyResolver } from './resolver';
