package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.DescribeResult;
import java.util.List;

/**
 * Content of an answer of CVD.
 *
 * @param error what the service says went wrong, beside a status of 200; null where it says nothing
 * @param message what it says beside that, or beside a right answer; empty where it says nothing
 * @param validVin what it says of the VIN; null where it says nothing
 * @param vins the VINs that it says it is about
 * @param described what it describes; null where it describes nothing
 */
public record CvdReply(String error, String message, Boolean validVin, List<String> vins, DescribeResult described) {}
