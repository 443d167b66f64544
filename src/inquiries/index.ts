export { inquiriesById } from './loading';
export { InquiryResolver, InquiryStepResolver, PaymentInquiriesResolver } from './resolver';
